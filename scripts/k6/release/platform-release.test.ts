import { platformRelease } from './platform-release';

test.each<[NodeJS.Platform, string, string, string]>([
  ['linux', 'x64', 'k6-v2.2.0-linux-amd64.tar.gz', 'k6-v2.2.0-linux-amd64/k6'],
  ['linux', 'arm64', 'k6-v2.2.0-linux-arm64.tar.gz', 'k6-v2.2.0-linux-arm64/k6'],
  ['darwin', 'x64', 'k6-v2.2.0-macos-amd64.zip', 'k6-v2.2.0-macos-amd64/k6'],
  ['darwin', 'arm64', 'k6-v2.2.0-macos-arm64.zip', 'k6-v2.2.0-macos-arm64/k6'],
  ['win32', 'x64', 'k6-v2.2.0-windows-amd64.zip', 'k6-v2.2.0-windows-amd64/k6.exe'],
])('%s on %s has a release', (platform, arch, archiveName, entry) => {
  const release = platformRelease({
    platform,
    arch,
    pinned: { version: '2.2.0', goVersion: '1.25.0' },
    releaseUrl: 'https://mirror.example.org/k6',
  });
  expect(release).toMatchObject({ archiveName, entry });
  expect(release.archiveUrl.href).toBe(`https://mirror.example.org/k6/${archiveName}`);
  expect(release.checksumsUrl.href).toBe('https://mirror.example.org/k6/k6-v2.2.0-checksums.txt');
});
