import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';

import { startReference, type Reference } from '../../reference/start-reference';
import { runCli, startCli, type RunningCli } from '../support/run-cli';
import { scratchFolder } from '../support/scratch';
import { targetVariables } from '../support/target-file';
import { valueOf } from '../support/value-of';

/** Every chatroom that the specs may touch. */
const rooms = [3, 4, 5].flatMap((brand) =>
  [1, 2, 3].map((number) => ({ brand, chatroom: brand * 100 + number })),
);

/** Slow enough that there is something to kill. */
const latencyMs = 20;

interface Run {
  readonly reference: Reference;
  readonly journal: string;
  readonly cli: RunningCli;
  readonly before: readonly string[];
}

const valuesOf = (reference: Reference): Promise<string[]> =>
  Promise.all(rooms.map((room) => valueOf(reference, room)));

/** Moments of a run, each named for what has just happened. */
const stages: readonly (readonly [string, (run: Run) => Promise<void>])[] = [
  ['the journal is written', ({ journal }) => fileMade(journal)],
  ['a value is changed', valueChanged],
  ['a spec file has ended', ({ cli }) => cli.printed('PASS contracts')],
];

function fileMade(file: string): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(join(file, '..'));
    const look = (): void => {
      if (!existsSync(file)) return;
      watcher.close();
      resolve();
    };
    watcher.on('change', look);
    look();
  });
}

async function valueChanged({ reference, before }: Run): Promise<void> {
  const [room = { brand: 0, chatroom: 0 }] = rooms;
  // Each look waits for an answer, and the specs change this chatroom first.
  while ((await valueOf(reference, room)) === before[0]);
}

/** The command line's Jest, which a SIGKILL of the command line alone would leave running. */
function childrenOf(pid: number | undefined): number[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  return table
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([child, parent]) => (child !== undefined && parent === pid ? [child] : []));
}

/** Starts a contract run, waits for a stage, kills it, and looks at what is left. */
async function killedAt(
  reach: (run: Run) => Promise<void>,
  kill: (cli: RunningCli) => void,
  check: (run: Run & { readonly folder: string }) => Promise<void>,
): Promise<void> {
  const reference = await startReference({ latencyMs });
  const folder = scratchFolder();
  try {
    const before = await valuesOf(reference);
    const cli = startCli(['contracts', '--out', folder], targetVariables(reference.target));
    const run = { reference, journal: join(folder, 'restore.json'), cli, before };
    await reach(run);
    kill(cli);
    await cli.ended;
    await check({ ...run, folder });
  } finally {
    await reference.close();
  }
}

test('restore leaves a run alone that goes on', async () => {
  const reference = await startReference({ latencyMs });
  const folder = scratchFolder();
  try {
    const before = await valuesOf(reference);
    const variables = targetVariables(reference.target);
    const cli = startCli(['contracts', '--out', folder, '--only', '422'], variables);
    await fileMade(join(folder, 'restore.json'));
    const { exitCode, stderr } = await runCli(['restore', folder], variables);
    expect(stderr).toContain('is of a run that goes on');
    expect(exitCode).toBe(2);
    expect((await cli.ended).exitCode).toBe(0);
    expect(await valuesOf(reference)).toEqual(before);
  } finally {
    await reference.close();
  }
});

describe.each(stages)('when %s', (_, reach) => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s puts every value back', async (signal) => {
    const kill = ({ child }: RunningCli): void => {
      child.kill(signal);
    };
    await killedAt(reach, kill, async ({ cli, reference, before, journal }) => {
      expect(await valuesOf(reference)).toEqual(before);
      expect(existsSync(journal)).toBe(false);
      expect((await cli.ended).exitCode).toBe(130);
    });
  });

  test('restore puts every value back after SIGKILL', async () => {
    const kill = ({ child }: RunningCli): void => {
      const children = childrenOf(child.pid);
      child.kill('SIGKILL');
      for (const one of children) process.kill(one, 'SIGKILL');
    };
    await killedAt(reach, kill, async ({ reference, before, journal, folder }) => {
      // Between two spec files there may be nothing to put back.
      const isLeft = existsSync(journal);
      expect(isLeft ? readFileSync(journal, 'utf8') : '').not.toContain(reference.target.token);
      const { exitCode } = await runCli(['restore', folder], targetVariables(reference.target));
      expect(exitCode).toBe(isLeft ? 0 : 2);
      expect(await valuesOf(reference)).toEqual(before);
      expect(existsSync(journal)).toBe(false);
    });
  });
});
