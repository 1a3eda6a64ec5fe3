/** What stands before a path. A slash or a letter does not: there it is a part of an address. */
const start = String.raw`(?:^|[\s"'(=:>,;\[]|file://)`;

/** Folders in which servers keep code, installed packages, and source files with their line. */
const filePaths = [
  String.raw`(/(?:var|home|usr|srv|opt|root|etc|tmp|Users|private|mnt|app|workspace)/[\w.@-]+(?:/[\w.@-]+)+)`,
  String.raw`([A-Za-z]:\\[\w.-]+\\[\w .\\-]+)`,
  String.raw`((?:app|src|lib|internal|cmd|pkg|controllers|routes)/[\w.@-]+(?:/[\w.@-]+)*\.(?:php|py|rb|[cm]?[jt]s|java|kt|go|rs|cs|ex))(?=:\d)`,
  String.raw`(/[\w.@/-]+\.(?:php|py|rb|[cm]?[jt]s|java|kt|go|rs|cs|ex))(?=:(?:line )?\d|(?:"?,|</b>)? (?:on )?line )`,
].map((path) => new RegExp(start + path, 'gm'));

/** Paths below these folders are telling without a root, and so may be a part of an address. */
const packages =
  /(?:^|[\s"'(=>,;[]|file:\/\/)(\/?[\w.@/-]*\b(?:(?:node_modules|site-packages|dist-packages)\/[\w.@/-]+|vendor\/[\w.@/-]+\.php\b))/gm;

/** Links of a page are addresses. */
const links = /\b(?:href|src|action)=(?:"[^"]*"|'[^']*')/gi;

/** The first file path in the text of an answer to a request for a URL. */
export function filePathIn(text: string, { pathname }: URL): string | undefined {
  const searched = text.replaceAll(links, '');
  return [...filePaths, packages]
    .flatMap((pattern) => [...searched.matchAll(pattern)].map((match) => match[1]))
    .find((path) => path !== undefined && !isOfTheApi(path, pathname));
}

/** A "not found" may repeat the path that was asked for, or name another address of the API. */
function isOfTheApi(path: string, ownPath: string): boolean {
  const base = ownPath.slice(0, Math.max(0, ownPath.indexOf('/chat/chatrooms')));
  return ownPath.startsWith(path) || path.startsWith(ownPath) || (base !== '' && path.startsWith(`${base}/`));
}

/** Scripts are also what pages load, from addresses that may begin with /app/. */
const sourceFile = new RegExp(
  `${start}(${[
    String.raw`(?:/(?:var|home|usr|srv|opt|root|Users|private|mnt|app|workspace)/|[A-Za-z]:\\)[\w .@/\\-]+\.(?:php|py|rb|java|kt|go|rs|cs)`,
    String.raw`(?:/(?:var|home|usr|srv|opt|root|Users|private|mnt)/|[A-Za-z]:\\)[\w .@/\\-]+\.[cm]?[jt]sx?`,
  ].join('|')})\\b`,
  'm',
);

/** The first source file of a server, with its root, in a text that may hold addresses as well. */
export function sourceFileIn(text: string): string | undefined {
  return sourceFile.exec(text)?.[1];
}
