import { NotTried } from './not-tried';

const failuresInRow = 3;
const timeoutsInAll = 3;

/** A limit lets something through within this time. */
const limitedMs = 30_000;
/** Of requests that a limit has refused to the last, each sent several times: so few are no proof, so many are one at once. */
const [fewRefused, manyRefused] = [3, 100];

/**
 * Gives up on a target that has stopped answering: the rest of the run would take a time limit a request, and
 * learn nothing. What went unanswered is a violation by then.
 */
export class Patience {
  private inRow = 0;
  private timeouts = 0;
  private spec = '';
  private refused = 0;
  private letThroughMs: number;

  /** @param nowMs of a clock that only goes forward */
  constructor(nowMs = performance.now()) {
    this.letThroughMs = nowMs;
  }

  /**
   * Throws {@link NotTried} once it has run out.
   * @param spec the spec file that wants to send: what failed all along in another may be of that one alone
   */
  check(spec: string): void {
    if (spec !== this.spec) this.inRow = 0;
    this.spec = spec;
    if (this.inRow < failuresInRow && this.timeouts < timeoutsInAll) return;
    throw new NotTried('the target had stopped answering');
  }

  /** A request got another answer than 429. */
  noteLetThrough(nowMs = performance.now()): void {
    this.refused = 0;
    this.letThroughMs = nowMs;
  }

  /** A request got nothing but 429, however often it was sent again. */
  noteRefused(): void {
    this.refused += 1;
  }

  /** Whether the target answers nothing but 429: no limit does that. */
  isRefusedForGood(nowMs = performance.now()): boolean {
    if (this.refused >= manyRefused) return true;
    return this.refused >= fewRefused && nowMs - this.letThroughMs >= limitedMs;
  }

  /** @param cause why no whole answer came; undefined: one came */
  note(cause: string | undefined): void {
    this.inRow = cause === undefined ? 0 : this.inRow + 1;
    if (cause === 'timeout') this.timeouts += 1;
  }
}
