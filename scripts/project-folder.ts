import { join } from 'node:path';

/** The checkout's root. */
export const projectFolder = join(__dirname, '..');
