import { fileInTarGz } from './tar-gz';
import { fileInZip } from './zip';

/** Reads one file out of a .tar.gz or .zip archive into memory; throws where it is missing or too large. */
export async function extract(archive: string, entry: string, maxBytes: number): Promise<Buffer> {
  const read = archive.endsWith('.zip') ? fileInZip : fileInTarGz;
  const content = await read(archive, entry, maxBytes);
  if (content === undefined) throw new Error(`the archive has no ${entry}`);
  return content;
}
