import type { ContractResult } from '../../schemas/generated/types';

/** How a run compares with what was to break. */
export interface Outcome {
  readonly verdict: ContractResult['verdict'];
  /** Whether the first obligation of the list, or one below it, is violated. */
  readonly isCaught: boolean;
  /** Violations of obligations that are not in the list, each with its message. */
  readonly otherwise: readonly string[];
}

/** What a run that catches a fault, and accuses it of nothing else, comes to. */
export const caught: Outcome = { verdict: 'failed', isCaught: true, otherwise: [] };

/** @param breaks obligation ids; one that ends with a slash stands for all below it */
export function outcomeOf({ verdict, violations }: ContractResult, breaks: readonly string[]): Outcome {
  return {
    verdict,
    isCaught: violations.some(({ obligation }) => isOf(breaks[0] ?? '', obligation)),
    otherwise: violations
      .filter(({ obligation }) => !breaks.some((pattern) => isOf(pattern, obligation)))
      .map(({ obligation, message }) => `${obligation}: ${message}`),
  };
}

/** Whether an obligation is the one that a pattern names, or one below it. */
export function isOf(pattern: string, obligation: string): boolean {
  return pattern.endsWith('/') ? obligation.startsWith(pattern) : obligation === pattern;
}
