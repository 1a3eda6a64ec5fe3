import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Reference } from '../../reference/start-reference';
import type { LoadResult } from '../../schemas/generated/types';
import { startCli, type RunningCli } from './run-cli';
import { descendantsOf, programOf } from './processes';
import { scratchFolder } from './scratch';
import { targetVariables } from './target-file';

export interface LoadRunOfTest {
  readonly cli: RunningCli;
  readonly folder: string;
  /** load.json; fails where there is none. */
  readonly result: () => LoadResult;
  /** restore.json is there. */
  readonly isJournalLeft: () => boolean;
  /** The process of k6; waits until there is one. */
  readonly k6: () => Promise<number>;
}

export interface HowToStart {
  readonly variables?: Record<string, string>;
  /** As {@link startCli} takes it. */
  readonly launcher?: readonly [string, ...string[]];
}

/** Starts `npm run load` against an API, by default for 30 s at 20 requests a second. */
export function startLoad(
  { target }: Pick<Reference, 'target'>,
  parameters: readonly string[] = ['--rate', '20', '--duration', '30s'],
  { variables = {}, launcher }: HowToStart = {},
): LoadRunOfTest {
  const folder = scratchFolder();
  const environment = { ...targetVariables(target), ...variables };
  const cli = startCli(['load', '--out', folder, ...parameters], environment, launcher);
  return {
    cli,
    folder,
    result: () => JSON.parse(readFileSync(join(folder, 'load.json'), 'utf8')) as LoadResult,
    isJournalLeft: () => existsSync(join(folder, 'restore.json')),
    k6: async () => {
      for (;;) {
        const found = descendantsOf(cli.child.pid).find((pid) => programOf(pid) === 'k6');
        if (found !== undefined) return found;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}
