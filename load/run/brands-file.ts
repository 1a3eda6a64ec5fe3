import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { formatBrandList } from '../../schemas/target/brand-list';
import type { Target } from '../../schemas/target/target';

/** Linux refuses single variables from 128 kB. */
const variableLimit = 100_000;

/**
 * Writes brands whose chatroom lists are too long for a variable of the environment into a file of the
 * folder; undefined where they are not.
 */
export async function writeLongBrands(brands: Target['brands'], folder: string): Promise<string | undefined> {
  const text = formatBrandList(brands);
  if (text.length <= variableLimit) return undefined;
  const file = join(folder, 'brands.txt');
  await writeFile(file, text);
  return file;
}
