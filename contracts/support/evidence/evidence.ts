import type { Choice, Notice, Violation } from '../../../schemas/generated/types';

/** What the specs saw; written after every test, so that an interrupted run keeps it. */
export interface Evidence {
  /** Requests sent, retries included. */
  requests: number;
  /** True once every test has run. */
  complete: boolean;
  /** Why the run tried no more: it says nothing of the rest, although nothing is broken. */
  gaveUp?: string;
  /** Observations by obligation id. */
  readonly observations: Record<string, number>;
  readonly violations: Omit<Violation, 'waived'>[];
  readonly notices: Notice[];
  readonly choices: Choice[];
  /** Obligations that a spec began to try. */
  readonly tried: string[];
  /** Why an obligation could not be tried, by id. */
  readonly notTried: Record<string, string>;
  /** Errors of the suite itself, which accuse nobody. */
  readonly errors: { readonly obligation: string; readonly message: string }[];
}

export function emptyEvidence(): Evidence {
  return {
    requests: 0,
    complete: false,
    observations: {},
    violations: [],
    notices: [],
    choices: [],
    tried: [],
    notTried: {},
    errors: [],
  };
}
