import { planRun, type Plan } from '../profiles/plan';
import { sampleShareOf } from '../profiles/sample-share';
import type { LoadOptions } from '../script/options';
import { brandShares } from './brand-weights';
import type { Ownership } from './ownership';
import type { Rooms } from './rooms';
import { usedRooms, type TrafficPlan } from './traffic-plan';
import { workingSet } from './working-set';

/** What a run does and to which chatrooms. */
export interface PlannedTraffic {
  readonly plan: Plan;
  readonly traffic: TrafficPlan;
  readonly ownership: Ownership;
}

/** A run's plan and the chatrooms that it uses: the same in k6 and beside it. Throws a PlanError. */
export function planTraffic(target: readonly Rooms[], asked: Omit<LoadOptions, 'token'>): PlannedTraffic {
  const { maxChatrooms } = asked;
  const all = workingSet(target, { ...asked.traffic, maxChatrooms });
  const plan = planRun({
    ...asked,
    brandIds: all.map(({ brand }) => brand),
    brandShares: brandShares(all, asked.traffic.brandWeights),
  });
  const { shape, vus } = plan;
  const traffic: TrafficPlan = {
    vus,
    ownedShare: asked.ownedShare ?? plan.traffic.ownedShare,
    contendedPerBrand: shape.model === 'closed' ? shape.roomsPerBrand : undefined,
    maxChatrooms,
    options: {
      ...asked.traffic,
      popularity: asked.popularity ?? plan.traffic.popularity,
      sampleShare: asked.sampleShare ?? sampleShareOf(shape),
    },
  };
  return { plan, traffic, ownership: usedRooms(target, traffic) };
}
