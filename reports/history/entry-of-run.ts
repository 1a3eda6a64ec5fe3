import type {
  ContractResult,
  HistoryContract,
  HistoryLoad,
  HistoryRun,
  LoadResult,
} from '../../schemas/generated/types';
import type { Run } from '../run/run';
import { cutLine } from '../text/cut';
import { verdictSentence } from '../verdict/sentence';
import { runState } from '../verdict/state';
import { seriesOf } from './series-of';

/** What the history keeps of a run. Throws where the run has neither half. */
export function entryOfRun(run: Run): HistoryRun {
  const { name, contract, load } = run;
  const first = contract ?? load;
  if (first === null) throw new Error('a run without contract and load has no history');
  return {
    name,
    startedAt: first.startedAt,
    target: { name: first.target.name, baseUrl: first.target.baseUrl },
    state: runState(run),
    headline: cutLine(verdictSentence(run), 200),
    contract: contract && entryOfContract(contract),
    load: load && entryOfLoad(load),
  };
}

function entryOfContract({ startedAt, verdict, obligations, choices }: ContractResult): HistoryContract {
  const idsOf = (...states: (typeof obligations)[number]['state'][]): string[] =>
    obligations.filter(({ state }) => states.includes(state)).map(({ id }) => id);
  const notVerifiedIds = idsOf('unobserved', 'not-tried');
  return {
    startedAt,
    verdict,
    verified: idsOf('verified').length,
    waived: idsOf('waived').length,
    violated: idsOf('violated'),
    notVerified: notVerifiedIds.length,
    notVerifiedIds,
    choices: Object.fromEntries(choices.map(({ id, observed }) => [id, cutLine(observed, 120)])),
  };
}

function entryOfLoad(load: LoadResult): HistoryLoad {
  const { startedAt, verdict, interrupted, profile, k6Version, requests, rate, latency, brands } = load;
  return {
    startedAt,
    verdict,
    interrupted,
    ...(load.validity.cautions === undefined ? {} : { isInexact: true }),
    profile,
    k6Version,
    series: seriesOf(load),
    requests,
    rate: rounded(rate) ?? 0,
    p50: rounded(latency.p50),
    p95: rounded(latency.p95),
    p99: rounded(latency.p99),
    brands: Object.fromEntries(Object.entries(brands).map(([id, { p95 }]) => [id, rounded(p95)])),
  };
}

/** A hundredth of a millisecond is finer than any difference between runs. */
function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 100) / 100;
}
