import { memorySettings } from './memory-settings';

const gibibyte = 2 ** 30;

it('lets k6 collect its garbage less often, the fewer VUs there are', () => {
  expect([10, 275, 2_000].map((vus) => memorySettings(vus, {}, gibibyte)['GOGC'])).toEqual([
    '800',
    '154',
    '100',
  ]);
});

it('never lets it use more than half of the machine', () => {
  expect(memorySettings(10, {}, gibibyte)['GOMEMLIMIT']).toBe('512MiB');
});

it("leaves the caller's own settings alone", () => {
  const own = { GOGC: '100', GOMEMLIMIT: '1GiB' };
  expect(memorySettings(10, own)).toEqual(own);
});
