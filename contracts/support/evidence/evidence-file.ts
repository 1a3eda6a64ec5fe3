import type { Choice, Notice, Violation } from '../../../schemas/generated/types';

/** What the specs of one file saw; written after every test, so that an interrupted run keeps it. */
export interface EvidenceFile {
  /** The spec file, relative to the project. */
  readonly spec: string;
  /** Requests sent, retries included. */
  requests: number;
  /** Requests that had no whole answer in time. */
  timeouts: number;
  /** True once every test of the file has run. */
  complete: boolean;
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

export function emptyEvidence(spec: string): EvidenceFile {
  return {
    spec,
    requests: 0,
    timeouts: 0,
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
