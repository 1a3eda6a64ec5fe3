import type { ContractResult, ObligationResult } from '../../schemas/generated/types';

/** Obligations that a run says nothing of, for one reason. */
export interface Gap {
  readonly state: 'unobserved' | 'not-tried';
  readonly reason: string | undefined;
  readonly obligations: readonly ObligationResult[];
}

/** Obligations that a run says nothing of: silence would read as a pass. */
export function notVerified({ obligations }: ContractResult): ObligationResult[] {
  return obligations.filter(({ state }) => state === 'unobserved' || state === 'not-tried');
}

/** The same by reason: where many have one, it is said once. */
export function gapsOf(contract: ContractResult): Gap[] {
  const groups = new Map<string, ObligationResult[]>();
  for (const obligation of notVerified(contract)) {
    const key = JSON.stringify([obligation.state, obligation.reason]);
    groups.set(key, [...(groups.get(key) ?? []), obligation]);
  }
  return [...groups.values()].map((group): Gap => {
    const [first] = group;
    const state = first?.state === 'not-tried' ? 'not-tried' : 'unobserved';
    return { state, reason: first?.reason, obligations: group };
  });
}
