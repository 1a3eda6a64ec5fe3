import type { JournalWriter } from '../../schemas/generated/types';
import { runState, runsText } from './run-state';

const own: JournalWriter = { machine: 'here', pid: process.pid, started: '1' };
const run: JournalWriter = { machine: 'here', pid: 4711, started: '900' };

/** A machine on which the tests and some other processes run. */
const among =
  (...processes: readonly JournalWriter[]) =>
  (pid: number): JournalWriter | undefined =>
    [own, ...processes].find((one) => one.pid === pid);

const journal = (writer?: JournalWriter) => ({
  baseUrl: 'http://127.0.0.1:1',
  rooms: [],
  ...(writer === undefined ? {} : { writer }),
});

test.each([
  ['runs', 'whose process is there', run, [run]],
  ['ended', 'whose process is gone', run, []],
  ['ended', 'whose process id another program has by now', run, [{ ...run, started: '901' }]],
  ['elsewhere', 'of another machine', { ...run, machine: 'there' }, [run]],
  ['ended', 'that names no process', undefined, [run]],
] as const)('%s: a run %s', (state, _, writer, processes) => {
  expect(runState(journal(writer), among(...processes))).toBe(state);
});

test('says how to go on where the system does not tell when a process began', () => {
  expect(runsText('a-run', journal(run))).toBe(
    'a-run is of a run that goes on (process 4711), and puts back what it changes itself; wait for its end, or stop it with Ctrl-C',
  );
  expect(runsText('a-run', journal({ machine: 'here', pid: 4711 }))).toContain(
    'if process 4711 is another program by now, take "writer" out of its restore.json',
  );
});
