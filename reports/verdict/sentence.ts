import type { ContractResult, LoadResult, LoadViolation, Violation } from '../../schemas/generated/types';
import { regressionClause } from '../regression/speed-sentence';
import type { Speed } from '../regression/speed-of';
import type { Run } from '../run/run';
import { formatCount, formatMs, plural } from '../text/numbers';
import { contractState, isRegression, loadState } from './state';
import { isCrossed, isOfFailures, thresholdClause, weightiestThreshold } from './threshold';

/** The verdict in one sentence that says what is broken; first what the contract, then what the load run showed. */
export function verdictSentence(run: Run): string {
  const sentence = [contractClause(run.contract), loadClause(run.load, run.history?.speed)].join('; ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function contractClause(contract: ContractResult | null): string {
  if (contract === null) return 'no contract data';
  switch (contractState(contract)) {
    case 'failed':
      return brokenClause(contract);
    case 'incomplete':
      return incompleteClause(contract);
    case 'passed':
      return heldClause(contract);
    case 'no-data':
    case 'invalid':
      return 'no obligation was tried';
  }
}

/** A shard has sent a part of the load. */
function validClause({ shard }: LoadResult): string {
  return shard === undefined ? 'valid run' : `valid, as shard ${shard.index} of ${shard.count}`;
}

function loadClause(load: LoadResult | null, speed: Speed | null = null): string {
  if (load === null) return 'no load data';
  const interrupted = load.interrupted ? ' (interrupted)' : '';
  switch (loadState(load, speed)) {
    case 'failed':
      return `${crossedClause(load, speed)}; ${validClause(load)}${interrupted}`;
    case 'invalid':
      return `load run not valid${invalidReason(load)}${interrupted}`;
    case 'passed':
      return `${withinClause(load)}; ${validClause(load)}${interrupted}`;
    case 'no-data':
    case 'incomplete':
      return `no load request was answered${interrupted}`;
  }
}

/** More statuses than these are counted together. */
const namedGroups = 3;

/** "200 is broken in 1 way, 422 in 2 ways". */
function brokenClause(contract: ContractResult): string {
  const ways = waysByGroup(contract);
  // Where nothing is broken, a waiver or --require-all has failed the run.
  if (ways.size === 0) return contract.reason ?? 'the contract is broken';
  if (ways.size > namedGroups) {
    const names = [...ways.keys()].map((group) => (group === 'any' ? 'any answer' : group));
    return `the contract is broken in ${plural(openViolations(contract).length, 'way')} (${names.join(', ')})`;
  }
  const parts = [...ways].map(([group, count], index) => {
    const subject = group === 'any' ? 'the rule for any answer' : group;
    return `${subject}${index === 0 ? ' is broken' : ''} in ${plural(count, 'way')}`;
  });
  return parts.join(', ');
}

function waysByGroup(contract: ContractResult): Map<string, number> {
  const groups = new Map<string, string>(contract.obligations.map(({ id, group }) => [id, group]));
  const ways = new Map<string, number>();
  for (const { obligation } of openViolations(contract)) {
    const group = groups.get(obligation) ?? obligation.split('/')[0] ?? 'any';
    ways.set(group, (ways.get(group) ?? 0) + 1);
  }
  return new Map([...ways].sort(([one], [other]) => one.localeCompare(other)));
}

/** Violations that no waiver covers. */
export function openViolations(contract: ContractResult): Violation[] {
  return contract.violations.filter(({ waived }) => !waived);
}

function incompleteClause(contract: ContractResult): string {
  const broken = openViolations(contract).length > 0 ? `${brokenClause(contract)} so far; ` : '';
  return `${broken}contracts incomplete${contract.reason === undefined ? '' : `: ${contract.reason}`}`;
}

function heldClause({ obligations }: ContractResult): string {
  const verified = obligations.filter(({ state }) => state === 'verified').length;
  const waived = obligations.filter(({ state }) => state === 'waived').length;
  if (verified === obligations.length) return `all ${plural(verified, 'obligation')} held`;
  const held = `${formatCount(verified)} of ${plural(obligations.length, 'obligation')} held`;
  return waived === 0 ? `${held}, none is broken` : `${held}, ${waived} broken and accepted by a waiver`;
}

function crossedClause(load: LoadResult, speed: Speed | null): string {
  const crossed = load.thresholds.filter(isCrossed);
  const broken = openLoadViolations(load).length;
  // Where requests fail, how fast they were says little.
  const worst = crossed.find(isOfFailures) ?? weightiestThreshold(crossed);
  const parts = [
    ...(worst === undefined ? [] : [thresholdClause(worst)]),
    ...(crossed.length > 1 ? [`${plural(crossed.length - 1, 'more threshold')} crossed`] : []),
    // A limit says it, where one is crossed.
    ...(worst === undefined ? regressionClauses(speed) : []),
    ...(broken > 0 ? [`promises are broken in ${plural(broken, 'way')} under load`] : []),
  ];
  return parts.length === 0 ? 'the load run failed' : parts.join(', ');
}

/** The worst figure speaks for the others. */
function regressionClauses(speed: Speed | null): string[] {
  if (!isRegression(speed)) return [];
  const [worst] = speed.figures
    .filter(({ judgement }) => judgement.state === 'regressed')
    .sort((one, other) => (other.judgement.shift ?? 0) - (one.judgement.shift ?? 0));
  return worst === undefined ? [] : [regressionClause(worst)];
}

/** Violations under load that no waiver covers. */
function openLoadViolations({ verified }: LoadResult): LoadViolation[] {
  return verified.violations.filter(({ waived }) => waived !== true);
}

/** What made it invalid; what to change about it stands further down the page. */
function invalidReason({ validity }: LoadResult): string {
  const [what] = (validity.reasons[0] ?? '').split(/[;.](?:\s|$)/);
  return what === undefined || what === '' ? '' : `: ${what.charAt(0).toLowerCase()}${what.slice(1)}`;
}

function withinClause(load: LoadResult): string {
  const threshold = weightiestThreshold(load.thresholds);
  return threshold === undefined
    ? `p95 ${formatMs(load.latency.p95)}, no limit set`
    : thresholdClause(threshold);
}
