import { NotTried } from './not-tried';

const failuresInRow = 3;
const timeoutsInAll = 3;

/**
 * Gives up on a target that has stopped answering: the rest of the run would take a time limit a request, and
 * learn nothing. What went unanswered is a violation by then.
 */
export class Patience {
  private inRow = 0;
  private timeouts = 0;
  private spec = '';

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

  /** @param cause why no whole answer came; undefined: one came */
  note(cause: string | undefined): void {
    this.inRow = cause === undefined ? 0 : this.inRow + 1;
    if (cause === 'timeout') this.timeouts += 1;
  }
}
