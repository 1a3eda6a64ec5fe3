import { fileInTarGz } from './tar-gz';
import { fileInZip } from './zip';

interface Means {
  /** Of the file in the archive. */
  readonly maxBytes: number;
  /** A program that understands bsdtar's options and reads zip. */
  readonly zipReader: string;
}

/** Reads one file out of a .tar.gz or .zip archive into memory; throws where it is missing or too large. */
export async function extract(
  archive: string,
  entry: string,
  { maxBytes, zipReader }: Means,
): Promise<Buffer> {
  const content = archive.endsWith('.zip')
    ? await fileInZip(archive, entry, maxBytes, zipReader)
    : await fileInTarGz(archive, entry, maxBytes);
  if (content === undefined) throw new Error(`the archive has no ${entry}`);
  return content;
}
