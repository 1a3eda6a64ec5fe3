import type { ExitCode } from '../exit-codes';
import type { Context } from './context';

/** Runs the body of a command and ends the process with the exit code that it resolves with. */
export type Action = (body: (context: Context) => Promise<ExitCode>) => Promise<void>;
