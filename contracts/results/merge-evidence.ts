import type { Choice, Notice } from '../../schemas/generated/types';
import type { EvidenceFile } from '../support/evidence/evidence-file';

/** What all spec files of a run saw together. */
export interface Evidence {
  readonly requests: number;
  readonly observations: ReadonlyMap<string, number>;
  readonly violations: EvidenceFile['violations'];
  readonly notices: readonly Notice[];
  readonly choices: readonly Choice[];
  readonly tried: ReadonlySet<string>;
  readonly notTried: ReadonlyMap<string, string>;
  readonly errors: EvidenceFile['errors'];
}

/** Adds up the evidence of spec files: one violation an obligation and cause, one notice a message. */
export function mergeEvidence(files: readonly EvidenceFile[]): Evidence {
  return {
    requests: files.reduce((sum, { requests }) => sum + requests, 0),
    observations: sumByKey(files.flatMap(({ observations }) => Object.entries(observations))),
    violations: mergeCounted(
      files.flatMap(({ violations }) => violations),
      ({ obligation, cause }) => `${obligation} ${cause}`,
    ),
    notices: mergeCounted(
      files.flatMap(({ notices }) => notices),
      ({ code, message }) => `${code} ${message}`,
    ),
    choices: distinct(files.flatMap(({ choices }) => choices)),
    tried: new Set(files.flatMap(({ tried }) => tried)),
    notTried: new Map(files.flatMap(({ notTried }) => Object.entries(notTried))),
    errors: files.flatMap(({ errors }) => errors),
  };
}

/** The same choice may be seen in several files: one entry an observed answer. */
function distinct(choices: readonly Choice[]): Choice[] {
  return [...new Map(choices.map((choice) => [`${choice.id} ${choice.observed}`, choice])).values()];
}

function sumByKey(entries: readonly (readonly [string, number])[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [key, count] of entries) sums.set(key, (sums.get(key) ?? 0) + count);
  return sums;
}

function mergeCounted<T extends { count: number }>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const merged = new Map<string, T>();
  for (const item of items) {
    const known = merged.get(keyOf(item));
    merged.set(keyOf(item), known === undefined ? item : { ...known, count: known.count + item.count });
  }
  return [...merged.values()];
}
