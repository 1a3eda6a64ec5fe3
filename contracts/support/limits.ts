import type { SentRequest } from './exchange/exchange';
import type { Expectation } from './expectation';

const maxRetries = 5;

type Owed = Pick<Expectation, 'obligation' | 'statuses'>;

/**
 * What a run knows of 429 answers: whether a kind of request, by the statuses that it should get, has ever been answered
 * with one of them. A limit lets some of a kind through; an API that says 429 in place of another answer never does.
 */
export class Limits {
  private readonly answered = new Set<string>();
  private readonly given = new Set<string>();

  noteAnswer(sent: SentRequest, status: number, { obligation }: Owed): void {
    this.answered.add(kindOf(sent, status, obligation));
  }

  wasAnswered(sent: SentRequest, owed: Owed): boolean {
    return kindsOf(sent, owed).some((kind) => this.answered.has(kind));
  }

  /** Waiting for an answer of this kind is of no use. */
  giveUp(sent: SentRequest, owed: Owed): void {
    for (const kind of kindsOf(sent, owed)) this.given.add(kind);
  }

  /** How often a 429 to a request is waited for, and the request sent again. */
  retries(sent: SentRequest, owed: Owed): number {
    const kinds = kindsOf(sent, owed);
    return kinds.length > 0 && kinds.every((kind) => this.given.has(kind)) ? 0 : maxRetries;
  }
}

function kindsOf(sent: SentRequest, { obligation, statuses }: Owed): string[] {
  return statuses.map((status) => kindOf(sent, status, obligation));
}

/**
 * Reads are let through where writes are not, at times. And what is invalid in one place is not what is in another; wrong tokens
 * are all alike, because a limit may well come after some.
 */
function kindOf({ body }: SentRequest, status: number, obligation: string): string {
  const place = status === 422 ? ` ${obligation.split('/').slice(0, 2).join('/')}` : '';
  return `${body === '{}' ? 'read' : 'write'} ${status}${place}`;
}
