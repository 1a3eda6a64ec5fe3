import type { Rooms } from './rooms';
import { firstRooms, lastRooms } from './rooms';

export interface OwnershipOptions {
  /** Clients of the whole run, over all its processes. */
  readonly vus: number;
  /** Share of the clients, 0 to 1, that have a chatroom of their own. */
  readonly ownedShare: number;
  /** Share of the owners that each brand gets. */
  readonly brandShares: readonly number[];
  /** So many chatrooms of each brand are everybody's and the others nobody's; undefined: all that no client owns. */
  readonly contendedPerBrand: number | undefined;
}

/** Which chatrooms every client writes to, and which only one. */
export interface Ownership {
  /** Of each brand, in the order of the brands; at least one. */
  readonly contended: readonly Rooms[];
  /** Of each brand; often none. */
  readonly owned: readonly Rooms[];
  /** How many clients were to have one; they have none where a brand has too few chatrooms. */
  readonly wanted: number;
  /** The own chatroom of a client, by its number in the whole run, from 1: its brand's place and its position in `owned`. */
  readonly ownRoomOf: (vu: number) => { readonly brandAt: number; readonly position: number } | undefined;
}

/** So much of a brand may be taken from everybody: one with fewer than three chatrooms has none to spare. */
const spare = 1 / 3;

/**
 * Gives some clients a chatroom of their own, from the end of a brand's list, where Zipf traffic has its rare ones. No
 * two clients have the same, in whichever processes they run, and nobody else writes there: what they write must be there
 * when they read it.
 */
export function divideRooms(all: readonly Rooms[], options: OwnershipOptions): Ownership {
  const { vus, ownedShare, brandShares, contendedPerBrand } = options;
  const wanted = ownedShare === 0 ? 0 : Math.max(1, Math.round(vus * ownedShare));
  const counts = all.map(({ count }, at) => {
    const free = contendedPerBrand === undefined ? Math.floor(count * spare) : count - contendedPerBrand;
    return Math.max(0, Math.min(free, Math.ceil(wanted * (brandShares[at] ?? 0))));
  });
  // Owners are spread over the clients' numbers, because k6 calls clients in turn.
  const owners = counts.reduce((sum, count) => sum + count, 0);
  const stride = Math.max(1, Math.floor(vus / Math.max(1, owners)));
  return {
    contended: all.map((rooms, at) =>
      firstRooms(rooms, contendedPerBrand ?? rooms.count - (counts[at] ?? 0)),
    ),
    owned: all.map((rooms, at) => lastRooms(rooms, counts[at] ?? 0)),
    wanted,
    ownRoomOf: (vu) => {
      if (vu % stride !== 0) return undefined;
      let position = vu / stride - 1;
      const brandAt = counts.findIndex((count) => {
        if (position < count) return true;
        position -= count;
        return false;
      });
      return brandAt === -1 ? undefined : { brandAt, position };
    },
  };
}
