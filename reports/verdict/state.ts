import type { ContractResult, LoadResult } from '../../schemas/generated/types';
import type { Speed } from '../regression/speed-of';
import type { Run } from '../run/run';

/** What a reader has to know first. Each looks and reads differently, colour aside. */
export type State = 'passed' | 'failed' | 'incomplete' | 'invalid' | 'no-data';

export const stateWords: Readonly<Record<State, string>> = {
  passed: 'Passed',
  failed: 'Failed',
  incomplete: 'Incomplete',
  invalid: 'Invalid run',
  'no-data': 'No data',
};

/** Nothing verified is no data, whatever the file's verdict says: silence is not a pass. */
export function contractState(contract: ContractResult | null): State {
  if (contract === null) return 'no-data';
  if (contract.verdict !== 'passed') return contract.verdict;
  const tried = contract.obligations.some(({ state }) => state === 'verified' || state === 'waived');
  return tried ? 'passed' : 'no-data';
}

/** Limits that are kept do not help a run that is slower than its history allows. */
export function loadState(load: LoadResult | null, speed: Speed | null = null): State {
  if (load === null) return 'no-data';
  if (load.verdict === 'passed' && load.requests === 0) return 'no-data';
  return load.verdict === 'passed' && isRegression(speed) ? 'failed' : load.verdict;
}

/** Whether a run fails for being slower than those before it. */
export function isRegression(speed: Speed | null | undefined): speed is Speed {
  return speed?.state === 'regressed' && speed.gates;
}

/** The worse of both halves. A half without data does not count, and the sentence beside it says so. */
export function runState(run: Run): State {
  const states = [contractState(run.contract), loadState(run.load, run.history?.speed)];
  const bySeverity: State[] = ['failed', 'invalid', 'incomplete', 'passed'];
  return bySeverity.find((state) => states.includes(state)) ?? 'no-data';
}
