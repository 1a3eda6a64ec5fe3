import type { ContractResult } from '../../schemas/generated/types';
import type { Context } from '../commands/context';
import { exitCodes, type ExitCode } from '../exit-codes';
import type { ConfiguredTarget } from '../target/read-target';
import type { KeptHistory } from './history-option';
import { prepareReports } from './load-reports';
import { runContracts } from './run-contracts';

export interface ContractStage {
  readonly folder: string;
  readonly seed: number;
  /** Where earlier runs are remembered; undefined: nowhere. */
  readonly history?: KeptHistory | undefined;
  readonly thorough?: boolean | undefined;
  readonly only?: readonly string[] | undefined;
  readonly requireAll?: boolean | undefined;
}

/** Runs the contract specs as one step of a command. */
export async function contractStage(
  configured: ConfiguredTarget,
  { folder, history, seed, thorough, only, requireAll }: ContractStage,
  { terminal, environment, signal }: Context,
): Promise<ContractResult> {
  terminal.say(`contracts  seed ${seed}${only === undefined ? '' : `, only ${only.join(', ')}`}`);
  const running = runContracts({
    configured,
    folder,
    historyFile: history?.file,
    seed,
    thorough,
    only,
    requireAll,
    color: terminal.color,
    say: terminal.say,
    environment,
    signal,
  });
  // A report is rendered afterwards, and now is time for what it needs; if that fails, it fails there.
  prepareReports().catch(() => undefined);
  return running;
}

export function contractExitCode(result: ContractResult): ExitCode {
  return result.verdict === 'passed' ? exitCodes.ok : exitCodes.violated;
}
