/** The package of the npm registry that holds a Node for a platform, and where in it the executable is. */
export function nodePackage(
  platform: NodeJS.Platform,
  arch: string,
): { readonly name: string; readonly executable: string } {
  if (platform === 'win32') return { name: `node-win-${arch}`, executable: 'bin/node.exe' };
  // The one for Apple's own processors came later, under another name.
  const prefix = platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node';
  return { name: `${prefix}-${platform}-${arch}`, executable: 'bin/node' };
}
