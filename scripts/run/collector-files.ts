import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What pods of a Kubernetes run left: the collector's files, and their logs. */
export interface CollectorFiles {
  readonly exports: readonly string[];
  readonly logs: readonly string[];
}

/** What a run that was killed leaves, and no collector writes. */
const journal = 'restore.json';

/**
 * The files of a run in pods that a path names: a collector's file itself, or a folder that holds some and is no run
 * folder. Undefined for anything else.
 */
export function collectorFiles(path: string): CollectorFiles | undefined {
  if (!existsSync(path)) return undefined;
  if (!statSync(path).isDirectory()) return { exports: [path], logs: [] };
  if (['load.json', 'contract.json'].some((name) => existsSync(join(path, name)))) return undefined;
  const names = readdirSync(path).sort();
  const exports = names.filter((name) => /\.jsonl?(\.gz)?$/.test(name) && name !== journal);
  if (exports.length === 0) return undefined;
  const logs = names.filter((name) => name.endsWith('.log'));
  return { exports: exports.map((name) => join(path, name)), logs: logs.map((name) => join(path, name)) };
}
