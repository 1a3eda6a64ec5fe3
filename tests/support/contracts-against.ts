import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { startReference } from '../../reference/start-reference';
import type { ContractResult } from '../../schemas/generated/types';
import type { Target } from '../../schemas/target/target';
import { runCli, type CliResult } from './run-cli';
import { scratchFolder } from './scratch';
import { targetVariables } from './target-file';

export interface ContractRun extends CliResult {
  readonly result: ContractResult;
  readonly folder: string;
}

/** A contract run against an embedded API with faults. */
export async function contractsAgainst(
  faults: readonly string[],
  parameters: readonly string[] = [],
  variables: Record<string, string> = {},
): Promise<ContractRun> {
  const reference = await startReference({ faults });
  try {
    return await contractsOn(reference.target, parameters, variables);
  } finally {
    await reference.close();
  }
}

/** A contract run against a target that is up. */
export async function contractsOn(
  target: Target,
  parameters: readonly string[] = [],
  variables: Record<string, string> = {},
): Promise<ContractRun> {
  const folder = scratchFolder();
  const run = await runCli(['contracts', '--out', folder, ...parameters], {
    ...targetVariables(target),
    ...variables,
  });
  const result = JSON.parse(readFileSync(join(folder, 'contract.json'), 'utf8')) as ContractResult;
  return { ...run, result, folder };
}
