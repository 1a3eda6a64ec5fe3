import { spawn } from 'node:child_process';

import type { Target } from '../../schemas/target/target';
import { runArguments } from './arguments';
import { schemathesisFolder } from './install';

interface Run {
  /** The path of `st`. */
  readonly program: string;
  readonly document: string;
  readonly target: Target;
  readonly arguments: readonly string[];
  /** True: what it prints is shown. */
  readonly shown: boolean;
}

/** Runs Schemathesis to its end. Resolves with its exit code: 0, no failure; null: a signal ended it. */
export function runSchemathesis(run: Run): Promise<number | null> {
  const { program, document, target, shown } = run;
  const output = shown ? 'inherit' : 'ignore';
  return new Promise((resolve, reject) => {
    spawn(program, runArguments(document, target.baseUrl, run.arguments), {
      cwd: schemathesisFolder,
      env: { ...process.env, POPSELL_TOKEN: target.token },
      stdio: ['ignore', output, output],
    })
      .once('error', reject)
      .once('exit', resolve);
  });
}
