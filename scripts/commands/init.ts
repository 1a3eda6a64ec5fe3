import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { Command, InvalidArgumentError } from 'commander';

import { brandListForm } from '../../schemas/target/brand-list';
import { exitCodes, UsageError, type ExitCode } from '../exit-codes';
import { checkTarget } from '../target/check-target';
import { askForTarget } from '../target/new/ask-for-target';
import {
  AnswerError,
  baseUrlAnswer,
  brandsAnswer,
  nameAnswer,
  nameFrom,
  type TargetAnswers,
} from '../target/new/target-answers';
import { targetFileOf } from '../target/new/target-file-of';
import { openAsker } from '../terminal/asker';
import { rateOption } from '../terminal/options';
import type { Action } from './action';
import type { Context } from './context';

interface Options extends Partial<TargetAnswers> {
  out?: string;
  force?: boolean;
}

export function initCommand(run: Action): Command {
  return new Command('init')
    .description('Writes a target file: asks for what it needs, or takes it from the options.')
    .option('--base-url <url>', 'where the API is, without /chat/chatrooms', option(baseUrlAnswer))
    .option('--name <name>', "a short name; without it, the host's", option(nameAnswer))
    .option(
      '--brands <list>',
      `brands and chatrooms that may be changed: ${brandListForm}`,
      option(brandsAnswer),
    )
    .option(
      '--forbidden-token',
      'there is a token without permission: 403 is tried with POPSELL_FORBIDDEN_TOKEN',
    )
    .option('--contract-rate <n>', 'at most so many requests a second of the contract specs', rateOption)
    .option('--load-rate <n>', 'allows load, at most so many requests a second', rateOption)
    .option('--out <file>', 'the file; without it, targets/NAME.json')
    .option('--force', 'writes over a file that is there')
    .addHelpText(
      'after',
      [
        '',
        'Examples:',
        '  npm run init',
        "  npm run init -- --base-url https://staging.example.org/api/v2 --brands '3:301,302;4:400-419' --load-rate 200",
        '',
        'The file holds no secret: it reads POPSELL_TOKEN and POPSELL_FORBIDDEN_TOKEN from the environment.',
        'Exit codes: 0 the file is written, 2 something is missing or wrong.',
      ].join('\n'),
    )
    .action((options: Options) =>
      run((context) => init(options, context), { interruptedNotice: 'interrupted: nothing was written' }),
    );
}

async function init({ out, force, ...given }: Options, { terminal, signal }: Context): Promise<ExitCode> {
  const fileOf = (name: string): string => out ?? join('targets', `${name}.json`);
  const isTaken = (file: string): boolean => force !== true && existsSync(file);
  // Before anybody has answered a question in vain.
  if (out !== undefined || given.name !== undefined) refuseTaken(fileOf(given.name ?? ''), isTaken);
  const checkName = (name: string): void => {
    if (isTaken(fileOf(name))) throw new AnswerError(takenText(fileOf(name), 'name'));
  };
  const answers = await answersOf(given, { say: terminal.say, checkName }, signal);
  const fields = targetFileOf(answers);
  const file = fileOf(answers.name);
  // A token is a variable here, which is no token: its own check comes when the file is read.
  checkTarget({ ...fields, token: 'later', forbiddenToken: 'later' }, file);
  refuseTaken(file, isTaken);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(fields, null, 2)}\n`);
  const variables = ['POPSELL_TOKEN', ...(answers.forbiddenToken ? ['POPSELL_FORBIDDEN_TOKEN'] : [])];
  terminal.say(`written    ${file}`);
  terminal.say(`next       set ${variables.join(' and ')}, then: npm run doctor -- --target ${file}`);
  return exitCodes.ok;
}

function refuseTaken(file: string, isTaken: (file: string) => boolean): void {
  if (isTaken(file)) throw new UsageError(takenText(file, '--out'));
}

function takenText(file: string, other: '--out' | 'name'): string {
  return `${file} is there already; accepted: another ${other}, or --force to write over it`;
}

/** Asks where somebody is there to answer, and something that every target needs is not given. */
async function answersOf(
  given: Partial<TargetAnswers>,
  talk: Omit<Parameters<typeof askForTarget>[1], 'ask'>,
  signal: AbortSignal,
): Promise<TargetAnswers> {
  const { baseUrl, brands, name, forbiddenToken = false, contractRate, loadRate } = given;
  if (baseUrl !== undefined && brands !== undefined) {
    return { baseUrl, brands, name: name ?? nameFrom(baseUrl), forbiddenToken, contractRate, loadRate };
  }
  if (!process.stdin.isTTY) {
    const missing = [
      ...(baseUrl === undefined ? ['--base-url'] : []),
      ...(brands === undefined ? ['--brands'] : []),
    ];
    throw new UsageError(`${missing.join(' and ')} missing, and there is no terminal to ask at`);
  }
  const { ask, close } = openAsker(process.stdin, process.stdout, signal);
  try {
    return await askForTarget(given, { ...talk, ask });
  } finally {
    close();
  }
}

/** An answer's parser as that of an option. */
function option<T>(parse: (text: string) => T): (text: string) => T {
  return (text) => {
    try {
      return parse(text);
    } catch (error) {
      if (error instanceof AnswerError) throw new InvalidArgumentError(`${error.message}.`);
      throw error;
    }
  };
}
