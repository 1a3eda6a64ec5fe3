import { roomKey } from '../room-key';
import type { Room } from '../rooms';
import { compareInstant } from './compare-instant';

/** A value that a read has shown in a chatroom. */
interface Kept {
  readonly room: Room;
  readonly received: string;
  readonly atMs: number;
  /** How many requests may have changed the chatroom by then. */
  readonly taken: number;
}

/** A chatroom in which a kept value was another after some time, without a request that may have changed it. */
export interface Loss {
  readonly room: Room;
  readonly afterMs: number;
}

/** Notices values that chatrooms kept, and that are others later. */
export class LastingValues {
  /** The first first. */
  readonly losses: Loss[] = [];
  private readonly kept = new Map<string, Kept>();
  private readonly timesTaken: (room: Room) => number;

  /** @param timesTaken how many requests of the run may have changed a chatroom so far */
  constructor(timesTaken: (room: Room) => number) {
    this.timesTaken = timesTaken;
  }

  /** Remembers a value that was read behind the request that set it: it is to stay. */
  noteKept(room: Room, received: string, atMs = performance.now()): void {
    this.kept.set(roomKey(room), { room, received, atMs, taken: this.timesTaken(room) });
  }

  /** Remembers what a read shows, where that is not what the chatroom had kept. */
  noteShown(room: Room, value: unknown, atMs = performance.now()): void {
    const one = this.kept.get(roomKey(room));
    if (one === undefined || !isLost(one.received, value)) return;
    this.kept.delete(roomKey(room));
    if (this.timesTaken(room) === one.taken) this.losses.push({ room, afterMs: atMs - one.atMs });
  }

  /** The chatrooms that no request may have changed since they kept a value. */
  get rooms(): readonly Room[] {
    return [...this.kept.values()]
      .filter(({ room, taken }) => this.timesTaken(room) === taken)
      .map(({ room }) => room);
  }
}

/** What is no date-time is the schema's business. */
export function isLost(value: string, received: unknown): received is string {
  return typeof received === 'string' && compareInstant(value, received) === 'different';
}
