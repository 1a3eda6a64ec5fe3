import { memoryLimitBytes, memorySettings } from './memory-settings';

const gibibyte = 2 ** 30;

it('lets k6 collect its garbage less often, the fewer VUs there are', () => {
  expect([10, 275, 2_000].map((vus) => memorySettings(vus, {}, gibibyte)['GOGC'])).toEqual([
    '800',
    '154',
    '100',
  ]);
});

it('less often still where the machine, or the limit that the caller sets, leaves room', () => {
  const percentWith = (own: Record<string, string>, machineBytes: number): string | undefined =>
    memorySettings(275, own, machineBytes)['GOGC'];
  expect(percentWith({}, 8 * gibibyte)).toBe('394');
  expect(percentWith({}, 64 * gibibyte)).toBe('769');
  expect(percentWith({ GOMEMLIMIT: '512MiB' }, 64 * gibibyte)).toBe('154');
});

it('never lets it use more than half of the machine', () => {
  expect(memorySettings(10, {}, gibibyte)['GOMEMLIMIT']).toBe('512MiB');
});

it("leaves the caller's own settings alone", () => {
  const own = { GOGC: '100', GOMEMLIMIT: '1GiB' };
  expect(memorySettings(10, own)).toEqual(own);
});

describe('k6 is stopped', () => {
  const usual = { vus: 24, live: false };

  it('at what no run with usual answers takes, and at half of a small machine', () => {
    expect(memoryLimitBytes(usual, {}, 64 * gibibyte)).toBe(gibibyte + 24 * 2 ** 20);
    expect(memoryLimitBytes(usual, {}, gibibyte)).toBe(gibibyte / 2);
  });

  it('later where it draws its dashboard, which keeps every sample', () => {
    expect(memoryLimitBytes({ vus: 24, live: true }, {}, 64 * gibibyte)).toBe(32 * gibibyte);
  });

  it.each([
    ['3GiB', 3 * gibibyte],
    ['300MiB', 300 * 2 ** 20],
    ['1000000000', 1e9],
    ['off', gibibyte / 2],
  ])('at a GOMEMLIMIT of %s', (GOMEMLIMIT, bytes) => {
    expect(memoryLimitBytes(usual, { GOMEMLIMIT }, gibibyte)).toBe(bytes);
  });
});
