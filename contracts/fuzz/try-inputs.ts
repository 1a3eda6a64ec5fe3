import fc from 'fast-check';

import type { NamedObligationId } from '../obligations/catalogue';
import { NotTried } from '../support/not-tried';
import type { Probe } from '../support/probe';
import { sideBySide } from '../support/side-by-side';
import { suite } from '../support/suite';
import type { Draw } from './kinds';
import { search } from './search';

/** Inputs of one obligation, and how one is tried. */
export interface Inputs<T> {
  readonly obligation: NamedObligationId;
  /** How many are drawn; --thorough draws more. */
  readonly runs: number;
  readonly draw: Draw<T>;
  /** The plain inputs of a kind, which obligations of their own are tried with. */
  readonly plainOf: (kind: string) => readonly T[];
  /** Sends the requests that try an input. */
  readonly judge: (input: T) => Promise<readonly Probe[]>;
  /** Obligations that plain requests break already: they are not reported again. */
  readonly known: ReadonlySet<string>;
  /** How many inputs may be under way at a time until one fails; one by default. */
  readonly lanes?: number;
}

const thoroughFactor = 25;
/** Requests for smaller inputs, once one has failed. */
const shrinkRequests = 60;

/**
 * Tries generated inputs and records what they show; of those that fail, the smallest alone.
 * @param requestsAnInput how many `judge` sends
 * @returns whether any failed, plain ones included
 */
export async function tryInputs<T>(inputs: Inputs<T>, requestsAnInput: number): Promise<boolean> {
  const { obligation, draw, plainOf, judge, known, lanes = 1 } = inputs;
  const { seed } = suite;
  const runs = suite.thorough ? inputs.runs * thoroughFactor : inputs.runs;
  const newsOf = async (input: T): Promise<readonly Probe[]> => withoutKnown(await judge(input), known);
  if (lanes > 1 && (await allPass(draw(new Set()), { seed, runs, lanes, newsOf }))) return false;
  const { failing, passed, leftOut } = await search({
    seed,
    runs,
    shrinks: Math.floor(shrinkRequests / requestsAnInput),
    draw,
    failureOf: async (input) => {
      const probes = await newsOf(input);
      if (brokenBy(probes).size > 0) return probes;
      record(probes);
      return undefined;
    },
    // A target that did not answer may not do so again, and patience with it ends: what is known is told.
    isFinal: (probes) => probes.some(({ exchange }) => exchange.response === undefined),
    isPlainBroken: async (kind) => {
      for (const input of plainOf(kind)) if (brokenBy(await newsOf(input)).size > 0) return true;
      return false;
    },
  });
  if (failing !== undefined) record(failing.failure);
  else if (passed === 0) throw new NotTried(`plain inputs fail already: ${leftOut.join(', ')}`);
  if (leftOut.length > 0) {
    const message = `${obligation}: plain inputs fail already, so others of the kind were left out: ${leftOut.join(', ')}`;
    suite.collector.addNotice('left-out-kinds', message);
  }
  return failing !== undefined || leftOut.length > 0;
}

interface SideBySide<T> {
  readonly seed: number;
  readonly runs: number;
  readonly lanes: number;
  readonly newsOf: (input: T) => Promise<readonly Probe[]>;
}

/** Whether all inputs of a draw pass, some at a time. Where one fails, nothing is recorded: they are tried again one by one. */
async function allPass<T>(
  drawn: ReturnType<Draw<T>>,
  { seed, runs, lanes, newsOf }: SideBySide<T>,
): Promise<boolean> {
  if (drawn === undefined) return false;
  const inputs = fc.sample(drawn, { seed, numRuns: runs });
  const tried = await sideBySide(inputs, lanes, ({ input }) => newsOf(input));
  if (tried.some((probes) => brokenBy(probes).size > 0)) return false;
  tried.forEach(record);
  return true;
}

/** The obligations that exchanges show as broken. */
export function brokenBy(probes: readonly Probe[]): ReadonlySet<string> {
  return new Set(
    probes.flatMap(({ findings }) =>
      findings.flatMap((finding) => (finding.kind === 'broken' ? [finding.obligation] : [])),
    ),
  );
}

/** What plain requests break already. Throws NotTried where they break the obligation itself. */
export function brokenByPlain(
  obligation: NamedObligationId,
  probes: readonly Probe[],
  reason: string,
): ReadonlySet<string> {
  const broken = brokenBy(probes);
  if (broken.has(obligation)) throw new NotTried(reason);
  return broken;
}

function withoutKnown(probes: readonly Probe[], known: ReadonlySet<string>): Probe[] {
  return probes.map(({ exchange, findings }) => ({
    exchange,
    findings: findings.filter((finding) => finding.kind !== 'broken' || !known.has(finding.obligation)),
  }));
}

function record(probes: readonly Probe[]): void {
  for (const { exchange, findings } of probes) suite.collector.add(findings, exchange);
}
