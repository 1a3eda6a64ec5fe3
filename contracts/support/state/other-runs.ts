import { parseDateTime } from '../../../schemas/formats/date-time';
import type { SentRequest } from '../exchange/exchange';
import { looksDrawn } from '../looks-drawn';
import { sentValue } from '../sent-value';
import { compareInstant } from './compare-instant';

/** One may look as if it were drawn by chance. */
const valuesThatTell = 2;

/** Notices values in chatrooms that another run of this suite has drawn. */
export class OtherRuns {
  private readonly sent = new Set<string>();
  private readonly foreign = new Set<string>();
  private readonly notice: () => void;

  /** @param notice called once it is sure */
  constructor(notice: () => void) {
    this.notice = notice;
  }

  noteSent(request: SentRequest): void {
    const value = sentValue(request);
    if (value !== undefined) this.sent.add(value);
  }

  /** Takes the value of a chatroom that this run had read before: the first may be what an earlier run left. */
  noteShown(value: string): void {
    if (!this.isOfAnother(value) || this.foreign.has(value)) return;
    this.foreign.add(value);
    if (this.foreign.size === valuesThatTell) this.notice();
  }

  private isOfAnother(value: string): boolean {
    const nanoseconds = parseDateTime(value)?.epochNanoseconds;
    if (nanoseconds === undefined) return false;
    const epochMs = Number(nanoseconds / 1_000_000n);
    // Most values are this run's own, and were sent like this.
    if (!looksDrawn(epochMs) || this.sent.has(new Date(epochMs).toISOString())) return false;
    return ![...this.sent].some((sent) => compareInstant(sent, value) !== 'different');
  }
}
