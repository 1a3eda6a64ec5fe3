import { readVariable } from './environment';
import { programsOnPath } from './programs-on-path';

test('variables ignore case on Windows, and only there', () => {
  expect(readVariable({ Path: 'C:\\bin' }, 'PATH', 'win32')).toBe('C:\\bin');
  expect(readVariable({ Path: '/bin' }, 'PATH', 'linux')).toBeUndefined();
});

test('without PATH there is no program', async () => {
  expect(await programsOnPath('k6', {}, process.platform)).toEqual([]);
});
