import type { ChatroomPlace, TargetBrand } from '../../schemas/generated/types';
import type { LoadOptions } from '../script/options';
import { planTraffic } from '../traffic/plan-traffic';
import type { Ownership } from '../traffic/ownership';
import { roomsOf, type Rooms } from '../traffic/rooms';
import { createTraffic, type Traffic } from '../traffic/traffic';
import type { Shard } from './shard';

/** What a run may write, and where. */
export interface Reach {
  /** Every chatroom that it may write to, each once. */
  readonly chatrooms: readonly ChatroomPlace[];
  /** Whether a value is one that this run writes, here or in another of its shards. */
  readonly isOwnValue: (value: string) => boolean;
}

/** Rates are rounded to whole arrivals a minute: a few more requests may come than were planned. */
const margin = 1.01;
/** A closed model sends as many as it can. */
const closedRequests = 1_000_000;

/**
 * Requests are a function of the seed and their number, so what k6 will send is known before it starts. Of a shard, the
 * chatrooms are only its own: k6 deals the numbers out in turn.
 */
export function reachOf(
  brands: readonly TargetBrand[],
  asked: LoadOptions,
  shard: Shard = { index: 1, count: 1 },
): Reach {
  const { plan, ownership, traffic: trafficPlan } = planTraffic(brands.map(roomsOf), asked);
  const { shape } = plan;
  const { contended } = ownership;
  const traffic = createTraffic(ownership, trafficPlan.options);
  const isOpen = shape.model === 'open';
  const requests = isOpen ? Math.ceil(shape.plannedRequests * margin) + shard.count : closedRequests;
  return {
    chatrooms: [
      ...(isOpen ? named(traffic, contended, requests, shard) : contended.flatMap(placesOf)),
      ...owned(ownership, plan.vus, shard),
    ],
    isOwnValue: (value) => traffic.writes(Date.parse(value), requests),
  };
}

/** The chatrooms that a shard's requests name. */
function named(traffic: Traffic, rooms: readonly Rooms[], requests: number, shard: Shard): ChatroomPlace[] {
  const everything = rooms.reduce((sum, { count }) => sum + count, 0);
  const places = new Map<string, ChatroomPlace>();
  for (let index = shard.index - 1; index < requests && places.size < everything; index += shard.count) {
    const { bucket, chatroom } = traffic.request(index);
    const { brand } = bucket;
    places.set(`${brand}/${chatroom}`, { brand, chatroom });
  }
  return [...places.values()];
}

/** The own chatrooms of a shard's clients: k6 numbers clients in turn, too. */
function owned({ ownRoomOf, owned: rooms }: Ownership, vus: number, shard: Shard): ChatroomPlace[] {
  const places: ChatroomPlace[] = [];
  for (let vu = shard.index; vu <= vus; vu += shard.count) {
    const own = ownRoomOf(vu);
    const ofBrand = own === undefined ? undefined : rooms[own.brandAt];
    if (own === undefined || ofBrand === undefined) continue;
    places.push({ brand: ofBrand.brand, chatroom: ofBrand.idAt(own.position) });
  }
  return places;
}

function placesOf({ brand, count, idAt }: Rooms): ChatroomPlace[] {
  return Array.from({ length: count }, (_, position) => ({ brand, chatroom: idAt(position) }));
}
