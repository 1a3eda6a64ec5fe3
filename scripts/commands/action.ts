import type { ExitCode } from '../exit-codes';
import type { Context } from './context';

interface ActionOptions {
  /** True: Ctrl-C is how the command ends, and no interruption. */
  readonly untilInterrupted?: boolean;
  /** What Ctrl-C is answered with; undefined: that what was measured is reported. */
  readonly interruptedNotice?: string;
}

/**
 * Runs the body of a command and ends the process with the exit code that it resolves with; with 130 where
 * it was interrupted.
 */
export type Action = (
  body: (context: Context) => Promise<ExitCode>,
  options?: ActionOptions,
) => Promise<void>;
