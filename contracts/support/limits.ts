import type { SentRequest } from './exchange/exchange';

const maxRetries = 5;

/**
 * What a run knows of 429 answers: whether a kind of request, by the statuses that it should get, has ever been answered
 * with one of them. A limit lets some of a kind through; an API that says 429 in place of another answer never does.
 */
export class Limits {
  private readonly answered = new Set<string>();
  private readonly given = new Set<string>();

  noteAnswer(sent: SentRequest, status: number): void {
    this.answered.add(kindOf(sent, status));
  }

  wasAnswered(sent: SentRequest, statuses: readonly number[]): boolean {
    return statuses.some((status) => this.answered.has(kindOf(sent, status)));
  }

  /** Waiting for an answer of this kind is of no use. */
  giveUp(sent: SentRequest, statuses: readonly number[]): void {
    for (const status of statuses) this.given.add(kindOf(sent, status));
  }

  /** How often a 429 to a request is waited for, and the request sent again. */
  retries(sent: SentRequest, statuses: readonly number[]): number {
    const isGivenUp = statuses.length > 0 && statuses.every((status) => this.given.has(kindOf(sent, status)));
    return isGivenUp ? 0 : maxRetries;
  }
}

/** Reads are let through where writes are not, at times. */
function kindOf({ body }: SentRequest, status: number): string {
  return `${body === '{}' ? 'read' : 'write'} ${status}`;
}
