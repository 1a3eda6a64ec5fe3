import { rename, rm, writeFile } from 'node:fs/promises';

/** Aside first: whoever collects artifacts meanwhile finds the old file or the new one, never half of one. */
export async function writeWhole(file: string, content: string): Promise<void> {
  const aside = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(aside, content);
    await rename(aside, file);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}
