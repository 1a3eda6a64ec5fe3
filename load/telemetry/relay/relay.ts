import { setTimeout as pause } from 'node:timers/promises';

import type { Collector } from './collector';
import { postExport, type Delivery, type Export } from './post-export';
import { Spool } from './spool';

/** What became of the exports of one run. */
export interface Relayed {
  readonly delivered: number;
  /** In the spool file: the collector was away, or refused them. */
  readonly left: number;
  /** Could be neither sent nor kept: the disk took no more. */
  readonly lost: number;
  /** Why the last attempt that failed did. */
  readonly lastReason: string | undefined;
}

const firstPauseMs = 250;
const longestPauseMs = 10_000;

/**
 * Hands exports on to a team's own collector. Each goes through a file first, so that a collector that is slow or away
 * costs no memory and loses nothing; one that answers gets them in their order.
 */
export class Relay {
  private readonly collector: Collector;
  private readonly spool: Spool;
  private readonly stop = new AbortController();
  private readonly sending: Promise<void>;
  private delivered = 0;
  private lost = 0;
  private lastReason: string | undefined;
  private closing = false;
  private wake: () => void = () => undefined;

  private constructor(collector: Collector, spool: Spool) {
    this.collector = collector;
    this.spool = spool;
    this.sending = this.sendAll();
  }

  /** Begins with what an earlier run left in the file. Rejects where it cannot be written. */
  static async start(collector: Collector, spoolFile: string): Promise<Relay> {
    return new Relay(collector, await Spool.open(spoolFile));
  }

  /** Resolves when the export is safe in the file. Never rejects. */
  async push(one: Export): Promise<void> {
    try {
      await this.spool.append(one);
      this.wake();
    } catch (error) {
      this.lost += 1;
      this.lastReason = (error as NodeJS.ErrnoException).code ?? 'the file cannot be written';
    }
  }

  /** Sends what is left for at most `patienceMs`, or until the signal, and leaves the rest in the file. */
  async close(patienceMs: number, signal?: AbortSignal): Promise<Relayed> {
    this.closing = true;
    this.wake();
    const stop = (): void => {
      this.stop.abort();
    };
    const timer = setTimeout(stop, patienceMs);
    signal?.addEventListener('abort', stop, { once: true });
    await this.sending;
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
    const left = this.spool.waiting + this.spool.aside;
    await this.spool.close();
    return { delivered: this.delivered, left, lost: this.lost, lastReason: this.lastReason };
  }

  private async sendAll(): Promise<void> {
    let failures = 0;
    while (!this.stop.signal.aborted) {
      const one = await this.spool.next();
      if (one === undefined) {
        if (this.closing) return;
        await new Promise<void>((resolve) => {
          this.wake = resolve;
          // It may have come between the look and here.
          if (this.spool.waiting > 0 || this.closing) resolve();
        });
        continue;
      }
      const delivery = await postExport(this.collector, one, this.stop.signal);
      this.note(delivery);
      failures = delivery.state === 'later' ? failures + 1 : 0;
      if (delivery.state === 'later') await this.pauseAfter(failures, delivery.retryAfterMs);
    }
  }

  private note(delivery: Delivery): void {
    if (delivery.state === 'delivered') {
      this.delivered += 1;
      this.spool.pass('delivered');
      return;
    }
    if (!this.stop.signal.aborted) this.lastReason = delivery.reason;
    if (delivery.state === 'refused') this.spool.pass('aside');
  }

  /** Twice as long after each failure, and never in step with other senders. */
  private async pauseAfter(failures: number, retryAfterMs = 0): Promise<void> {
    const backoffMs =
      Math.min(longestPauseMs, firstPauseMs * 2 ** (failures - 1)) * (0.5 + Math.random() / 2);
    const waitMs = Math.min(longestPauseMs, Math.max(backoffMs, retryAfterMs));
    await pause(waitMs, undefined, { signal: this.stop.signal }).catch(() => undefined);
  }
}
