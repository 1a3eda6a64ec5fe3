import type { Choice, Notice } from '../../schemas/generated/types';
import type { EvidenceFile } from '../support/evidence/evidence-file';
import { placesAlso, placesOf } from '../support/evidence/places';
import { unsteadyChoice } from '../support/evidence/unsteady-choice';

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
  const choices = distinct(files.flatMap((file) => file.choices));
  return {
    requests: files.reduce((sum, { requests }) => sum + requests, 0),
    observations: sumByKey(files.flatMap(({ observations }) => Object.entries(observations))),
    violations: mergeCounted(
      files.flatMap(({ violations }) => violations),
      ({ obligation, cause }) => `${obligation} ${cause}`,
      withPlacesOf,
    ),
    notices: mergeCounted(
      [...files.flatMap(({ notices }) => notices), ...unsteadyChoices(choices)],
      ({ code, message }) => `${code} ${message}`,
    ),
    choices,
    tried: new Set(files.flatMap(({ tried }) => tried)),
    notTried: new Map(files.flatMap(({ notTried }) => Object.entries(notTried))),
    errors: files.flatMap(({ errors }) => errors),
  };
}

/** The same choice may be seen in several files: one entry an observed answer. */
function distinct(choices: readonly Choice[]): Choice[] {
  return [...new Map(choices.map((choice) => [`${choice.id} ${choice.observed}`, choice])).values()];
}

/** A question that spec files saw answered differently; within one file its collector notes that. */
function unsteadyChoices(choices: readonly Choice[]): Notice[] {
  const first = new Map<string, Choice>();
  return choices.flatMap((choice) => {
    const known = first.get(choice.id);
    if (known === undefined) first.set(choice.id, choice);
    return known === undefined ? [] : [unsteadyChoice(known, choice.observed)];
  });
}

function sumByKey(entries: readonly (readonly [string, number])[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [key, count] of entries) sums.set(key, (sums.get(key) ?? 0) + count);
  return sums;
}

type Violation = EvidenceFile['violations'][number];

/** The first violation, which keeps its exchange, and the places of the other beside its own. */
function withPlacesOf(first: Violation, other: Violation): Violation {
  const otherPointers = placesAlso(first, placesOf(other));
  return otherPointers.length === 0 ? first : { ...first, otherPointers };
}

function mergeCounted<T extends { count: number }>(
  items: readonly T[],
  keyOf: (item: T) => string,
  combine: (first: T, other: T) => T = (first) => first,
): T[] {
  const merged = new Map<string, T>();
  for (const item of items) {
    const known = merged.get(keyOf(item));
    merged.set(
      keyOf(item),
      known === undefined ? item : { ...combine(known, item), count: known.count + item.count },
    );
  }
  return [...merged.values()];
}
