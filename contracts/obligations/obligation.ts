/** The documented status an obligation belongs to; `any` is for what every answer owes. */
export type ObligationGroup = '200' | '401' | '403' | '404' | '422' | 'any';

/** One promise of the documentation. */
export interface Obligation {
  /** Stable: waivers and scripts name it. Its first segment is the group. */
  readonly id: string;
  /** A fact in the present tense, readable without its id. */
  readonly title: string;
  /** The place in the documentation, from its headings down. */
  readonly documentation: string;
  /** Numbers of the ledger entries (schemas/policy/ledger.json) that read the documentation here. */
  readonly policy: readonly number[];
}

export function groupOf(obligation: Pick<Obligation, 'id'>): ObligationGroup {
  return obligation.id.split('/')[0] as ObligationGroup;
}
