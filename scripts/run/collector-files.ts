import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

import { restoreFile } from '../restore/restore-file';
import { holdsResult } from './holds-result';

/** What pods of a Kubernetes run left: the collector's files, and their logs. */
export interface CollectorFiles {
  readonly exports: readonly string[];
  readonly logs: readonly string[];
}

/**
 * The files of a run in pods that a path names: a collector's file itself, or a folder that holds some and is no run
 * folder. Undefined for anything else.
 */
export function collectorFiles(path: string): CollectorFiles | undefined {
  if (!existsSync(path)) return undefined;
  if (!statSync(path).isDirectory()) return { exports: [path], logs: [] };
  if (holdsResult(path)) return undefined;
  // What a run that was killed leaves, and no collector writes.
  const journal = basename(restoreFile(path));
  const names = readdirSync(path).sort();
  const exports = names.filter((name) => /\.jsonl?(\.gz)?$/.test(name) && name !== journal);
  if (exports.length === 0) return undefined;
  const logs = names.filter((name) => name.endsWith('.log'));
  return { exports: exports.map((name) => join(path, name)), logs: logs.map((name) => join(path, name)) };
}
