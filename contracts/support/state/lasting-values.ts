import { roomKey, type Room } from '../rooms';
import { compareInstant } from './compare-instant';
import { timesTaken } from './written';

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

const kept = new Map<string, Kept>();
const losses: Loss[] = [];

/** Remembers a value that was read behind the request that set it: it is to stay. */
export function noteKept(room: Room, received: string): void {
  kept.set(roomKey(room), { room, received, atMs: performance.now(), taken: timesTaken(room) });
}

/** Remembers what a read shows, where that is not what the chatroom had kept. */
export function noteShown(room: Room, value: unknown): void {
  const one = kept.get(roomKey(room));
  if (one === undefined || !isLost(one.received, value)) return;
  kept.delete(roomKey(room));
  if (timesTaken(room) === one.taken) losses.push({ room, afterMs: performance.now() - one.atMs });
}

/** The chatrooms that no request may have changed since they kept a value. */
export function roomsThatKeep(): readonly Room[] {
  return [...kept.values()].filter(({ room, taken }) => timesTaken(room) === taken).map(({ room }) => room);
}

/** What has been lost so far, the first first. */
export function lossesSoFar(): readonly Loss[] {
  return losses;
}

/** What is no date-time is the schema's business. */
export function isLost(value: string, received: unknown): received is string {
  return typeof received === 'string' && compareInstant(value, received) === 'different';
}
