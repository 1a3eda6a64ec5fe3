import { systemZipReader } from './system-zip-reader';

test('is the tar that belongs to the system', () => {
  expect(systemZipReader({}, 'darwin')).toBe('/usr/bin/tar');
  expect(systemZipReader({}, 'win32')).toBe('C:\\Windows\\System32\\tar.exe');
  expect(systemZipReader({ systemroot: 'D:\\Windows' }, 'win32')).toBe('D:\\Windows\\System32\\tar.exe');
});
