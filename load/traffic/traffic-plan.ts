import { brandShares } from './brand-weights';
import { divideRooms, type Ownership } from './ownership';
import type { Rooms } from './rooms';
import type { TrafficOptions } from './traffic';
import { workingSet } from './working-set';

/** What a run's requests are made of beside its chatrooms, as plain data: k6 works it out once, and hands it to all its VUs. */
export interface TrafficPlan {
  /** Clients of the whole run, over all its processes. */
  readonly vus: number;
  /** Share of the clients, 0 to 1, with a chatroom of their own. */
  readonly ownedShare: number;
  /** So many chatrooms of each brand are everybody's; undefined: all that no client owns. */
  readonly contendedPerBrand?: number | undefined;
  readonly maxChatrooms: number;
  readonly options: TrafficOptions;
}

/** Which of a target's chatrooms a run uses, and for what. */
export function usedRooms(target: readonly Rooms[], plan: TrafficPlan): Ownership {
  const { vus, ownedShare, contendedPerBrand, maxChatrooms, options } = plan;
  const all = workingSet(target, { ...options, maxChatrooms });
  return divideRooms(all, {
    vus,
    ownedShare,
    brandShares: brandShares(all, options.brandWeights),
    contendedPerBrand,
  });
}
