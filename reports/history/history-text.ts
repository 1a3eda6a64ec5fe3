import type { HistoryFile } from '../../schemas/generated/types';

/** A history as a file: a line a run, so that a difference of two files can be read. */
export function historyText({ runs, gates }: HistoryFile): string {
  const start = gates === undefined ? '{' : `{"gates":${gates},`;
  return `${start}"runs":[\n${runs.map((run) => JSON.stringify(run)).join(',\n')}\n]}\n`;
}
