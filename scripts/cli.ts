import { inspect } from 'node:util';

import { Command, CommanderError } from 'commander';

import { RunError } from '../reports/run/run-error';
import type { Action } from './commands/action';
import { exitCodes, ExpectedError, type ExitCode } from './exit-codes';
import { K6UnavailableError } from './k6/k6-unavailable-error';
import { noGitHub, type GitHub } from './terminal/github';
import { interruption } from './terminal/interruption';
import { outliveReader } from './terminal/outlive-reader';
import { processTerminal } from './terminal/terminal';

/** The commands, each loaded only where it is asked for: all of them take as long as a small command itself. */
const commands = new Map<string, () => Promise<(run: Action) => Command>>([
  ['start', async () => (await import('./commands/start')).startCommand],
  ['contracts', async () => (await import('./commands/contracts')).contractsCommand],
  ['load', async () => (await import('./commands/load')).loadCommand],
  ['report', async () => (await import('./commands/report')).reportCommand],
  ['restore', async () => (await import('./commands/restore')).restoreCommand],
  ['reference', async () => (await import('./commands/reference')).referenceCommand],
  ['doctor', async () => (await import('./commands/doctor')).doctorCommand],
  ['relay', async () => (await import('./commands/relay')).relayCommand],
  ['init', async () => (await import('./commands/init')).initCommand],
]);

/** The command line: `npm start` and its companions in package.json. */
async function main(): Promise<void> {
  outliveReader([process.stdout, process.stderr]);
  const program = new Command('npm run')
    .description('Contract and load tests for the Popsell chatroom API.')
    .exitOverride();
  const named = commands.get(process.argv[2] ?? '');
  for (const load of named === undefined ? commands.values() : [named]) {
    const command = await load();
    program.addCommand(asScript(command(run)));
  }
  try {
    await program.parseAsync();
  } catch (error) {
    process.exitCode = await exitCodeOf(error);
  }
}

/** Help and errors name the npm script, which is what people type. */
function asScript(command: Command): Command {
  const script = command.name() === 'start' ? 'npm start' : `npm run ${command.name()}`;
  return command
    .exitOverride()
    .showHelpAfterError(`(options stand behind --, as in ${script} -- --help, which lists them)`)
    .configureHelp({
      commandUsage: () =>
        `${script} -- [options]${command.registeredArguments.length > 0 ? ` <dir${command.registeredArguments[0]?.variadic === true ? '...' : ''}>` : ''}`,
    });
}

const run: Action = async (body, { untilInterrupted = false, interruptedNotice } = {}) => {
  const { signal, release } = interruption(untilInterrupted ? 'stopping' : interruptedNotice);
  const terminal = processTerminal(process.env);
  try {
    const exitCode = await body({ terminal, environment: process.env, signal });
    process.exitCode = signal.aborted && !untilInterrupted ? exitCodes.interrupted : exitCode;
  } catch (error) {
    process.exitCode = signal.aborted ? exitCodes.interrupted : await report(error, terminal.github);
  } finally {
    terminal.github.end();
    release();
  }
};

/** What the exit codes of errors say, where nobody sees the code. */
const headlines: Partial<Record<ExitCode, string>> = {
  [exitCodes.usage]: 'Nothing was sent',
  [exitCodes.unusableTarget]: 'The target cannot be used',
  [exitCodes.invalidLoad]: 'There is no load run',
  [exitCodes.suiteFault]: 'The suite itself failed',
};

/** Expected errors are their message; anything else is a fault of the suite, and shows where: it accuses no API. */
async function report(error: unknown, pipeline: GitHub): Promise<ExitCode> {
  const { message, exitCode } = described(error);
  console.error(`error: ${message}`);
  if (pipeline === noGitHub) return exitCode;
  const { renderErrorAnnotation } = await import('../reports/summary/annotations');
  const { renderErrorSummary } = await import('../reports/summary/markdown');
  const headline = headlines[exitCode] ?? 'The run failed';
  pipeline.annotate([renderErrorAnnotation(headline, message)]);
  pipeline.summarize(renderErrorSummary(`${headline} (exit code ${exitCode})`, message));
  return exitCode;
}

function described(error: unknown): { readonly message: string; readonly exitCode: ExitCode } {
  if (error instanceof ExpectedError) return error;
  if (error instanceof RunError) return { message: error.message, exitCode: exitCodes.usage };
  if (error instanceof K6UnavailableError) return { message: error.message, exitCode: exitCodes.invalidLoad };
  return {
    message: `the suite itself failed, which is no verdict on the API; please report these lines:\n${inspect(error)}`,
    exitCode: exitCodes.suiteFault,
  };
}

/** Commander has printed its message by then; help is no error. */
async function exitCodeOf(error: unknown): Promise<ExitCode> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  return report(error, noGitHub);
}

void main();
