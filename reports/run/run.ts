import type { ContractResult, LoadResult } from '../../schemas/generated/types';
import type { RunHistory } from '../history/run-history';

/** What one run left in its folder. Null: that half of the suite did not run, or left nothing. */
export interface Run {
  /** The folder's own name: it tells runs apart where their targets are the same. */
  readonly name: string;
  readonly contract: ContractResult | null;
  readonly load: LoadResult | null;
  /** What earlier runs say about it; undefined where no history is kept. */
  readonly history?: RunHistory | undefined;
}
