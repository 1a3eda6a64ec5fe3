import { okObligations } from './200';
import { unauthorizedObligations } from './401';
import { forbiddenObligations } from './403';
import { notFoundObligations } from './404';
import { unprocessableObligations } from './422';
import { anyObligations } from './any';
import { bodyObligations } from './body-obligations';
import { fuzzObligations } from './fuzz';
import { concurrencyObligations } from './concurrency';
import type { Obligation } from './obligation';
import { orderObligations } from './order';

type Named =
  | typeof okObligations
  | typeof concurrencyObligations
  | typeof unauthorizedObligations
  | typeof forbiddenObligations
  | typeof notFoundObligations
  | typeof unprocessableObligations
  | typeof anyObligations
  | typeof orderObligations
  | typeof fuzzObligations;

/** Ids that are written by hand; those derived from the schemas are `STATUS/body/PROPERTY…`. */
export type NamedObligationId = Named[number]['id'];

/** Every obligation of the suite, in the order of reports. */
export const catalogue: readonly Obligation[] = [
  ...okObligations,
  ...bodyObligations(200),
  ...concurrencyObligations,
  ...unauthorizedObligations,
  ...bodyObligations(401),
  ...forbiddenObligations,
  ...notFoundObligations,
  ...unprocessableObligations,
  ...bodyObligations(422),
  ...anyObligations,
  ...orderObligations,
  ...fuzzObligations,
];

const byId = new Map(catalogue.map((obligation) => [obligation.id, obligation]));

/** Throws where no obligation has the id: a spec cannot name one that does not exist. */
export function obligationOf(id: string): Obligation {
  const obligation = byId.get(id);
  if (obligation === undefined) throw new Error(`no obligation has the id ${id}; see contracts/obligations/`);
  return obligation;
}

export function hasObligation(id: string): boolean {
  return byId.has(id);
}
