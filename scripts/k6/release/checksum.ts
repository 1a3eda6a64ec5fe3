/**
 * Finds a file's SHA-256 in the output of `sha256sum`: lines of 64 hexadecimal digits, two spaces (or a
 * space and an asterisk) and a file name. Throws where the file has not exactly one.
 */
export function checksumOf(fileName: string, checksums: string): string {
  const sums = checksums
    .split(/\r?\n/)
    .map((line) => /^([0-9a-f]{64}) [ *](.+)$/i.exec(line))
    .filter((match) => match?.[2] === fileName)
    .map((match) => match?.[1]?.toLowerCase());
  const [sum, another] = [...new Set(sums)];
  if (sum === undefined) throw new Error(`the release's checksums have no line for ${fileName}`);
  if (another !== undefined) throw new Error(`the release's checksums have several lines for ${fileName}`);
  return sum;
}
