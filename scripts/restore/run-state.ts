import { writerOf } from '../../contracts/support/state/journal-writer';
import type { RestoreJournal } from '../../schemas/generated/types';

type Look = typeof writerOf;

/**
 * Whether the run that last wrote a journal goes on: its process is there. That of another machine or container, or before a restart,
 * cannot be looked for ("elsewhere"). A journal that names no process is of a run that has ended.
 */
export function runState({ writer }: RestoreJournal, look: Look = writerOf): 'runs' | 'ended' | 'elsewhere' {
  if (writer === undefined) return 'ended';
  if (writer.machine !== look(process.pid)?.machine) return 'elsewhere';
  const now = look(writer.pid);
  return now !== undefined && now.started === writer.started ? 'runs' : 'ended';
}

/** Says that a run goes on, and what to do. */
export function runsText(folder: string, { writer }: RestoreJournal): string {
  const pid = String(writer?.pid);
  const other =
    writer?.started === undefined
      ? `; if process ${pid} is another program by now, take "writer" out of its restore.json`
      : '';
  return `${folder} is of a run that goes on (process ${pid}), and puts back what it changes itself; wait for its end, or stop it with Ctrl-C${other}`;
}
