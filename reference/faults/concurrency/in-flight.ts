import type { Call } from '../../call';

/** The calls that have no answer yet, and whether another call to the same chatroom came across them. */
export class InFlight {
  private readonly calls = new Set<Call>();
  private readonly crossed = new WeakSet<Call>();

  enter(call: Call): void {
    for (const other of this.calls) {
      if (other.id !== call.id) continue;
      this.crossed.add(other);
      this.crossed.add(call);
    }
    this.calls.add(call);
  }

  leave(call: Call): void {
    this.calls.delete(call);
  }

  /** Calls under way that name another chatroom. */
  elsewhere(call: Call): Call[] {
    return [...this.calls].filter(({ id }) => id !== call.id);
  }

  /** How many calls to the same chatroom are under way. */
  count({ id }: Call): number {
    return [...this.calls].filter((one) => one.id === id).length;
  }

  overlapped(call: Call): boolean {
    return this.crossed.has(call);
  }
}

/** Does something after a while, without keeping the process alive for it. */
export function later(waitMs: number, act: () => void): void {
  setTimeout(act, waitMs).unref();
}
