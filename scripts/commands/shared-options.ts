import { Option } from 'commander';

/** Options that several commands have, in the same words. */

export function targetOption(): Option {
  return new Option('--target <file>', 'a target file; without one, POPSELL_BASE_URL or the embedded API');
}

export function outOption(): Option {
  return new Option('--out <dir>', 'the run folder; without one, a new folder in reports/runs');
}

export function historyOption(): Option {
  return new Option(
    '--history <file>',
    'adds the run to a file of earlier runs, shows them, and fails where the run is slower than they were',
  );
}

export function newBaselineOption(): Option {
  return new Option('--new-baseline', 'accepts the speed of this run: its history of speed begins anew');
}

export function requireAllOption(): Option {
  return new Option('--require-all', 'fails where a promise could not be seen to hold, and names it');
}

/** What stands below the options of a command's help. */
export function help(...examples: readonly string[]): string {
  return [
    '',
    'Examples:',
    ...examples.map((example) => `  ${example}`),
    '',
    'Exit codes: 0 all held, 1 a promise is broken, 2 the command line or a file is wrong,',
    '3 the target cannot be used, 4 the load run is not valid, 99 a load threshold was crossed,',
    'or --history shows the run to be slower, 70 the suite itself failed, 130 it was interrupted.',
  ].join('\n');
}
