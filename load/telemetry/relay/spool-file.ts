import { join } from 'node:path';

/** Where a run folder keeps the exports that the team's collector has not got yet. */
export function spoolFile(folder: string): string {
  return join(folder, 'otlp-spool.bin');
}
