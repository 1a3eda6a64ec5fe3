import { planRun, type Plan } from '../profiles/plan';
import { sampleShareOf } from '../profiles/sample-share';
import type { LoadOptions } from '../script/options';
import { brandShares } from './brand-weights';
import { divideRooms, type Ownership } from './ownership';
import type { Rooms } from './rooms';
import type { TrafficOptions } from './traffic';
import { workingSet } from './working-set';

/** What a run does and to which chatrooms. */
export interface PlannedTraffic {
  readonly plan: Plan;
  readonly ownership: Ownership;
  readonly options: TrafficOptions;
}

/** A run's plan and the chatrooms that it uses: the same in k6 and beside it. Throws a PlanError. */
export function planTraffic(target: readonly Rooms[], asked: Omit<LoadOptions, 'token'>): PlannedTraffic {
  const { brandWeights } = asked.traffic;
  const all = workingSet(target, { ...asked.traffic, maxChatrooms: asked.maxChatrooms });
  const shares = brandShares(all, brandWeights);
  const plan = planRun({ ...asked, brandIds: all.map(({ brand }) => brand), brandShares: shares });
  const { shape, vus, traffic } = plan;
  return {
    plan,
    ownership: divideRooms(all, {
      vus,
      ownedShare: asked.ownedShare ?? traffic.ownedShare,
      brandShares: shares,
      contendedPerBrand: shape.model === 'closed' ? shape.roomsPerBrand : undefined,
    }),
    options: {
      ...asked.traffic,
      popularity: asked.popularity ?? traffic.popularity,
      sampleShare: asked.sampleShare ?? sampleShareOf(shape),
    },
  };
}
