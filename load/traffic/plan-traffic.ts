import { planRun, type Plan } from '../profiles/plan';
import type { LoadOptions } from '../script/options';
import { firstRooms, type Rooms } from './rooms';
import { brandShares } from './traffic';
import { workingSet } from './working-set';

/** A run's plan and the chatrooms that it uses: the same in k6 and beside it. Throws a PlanError. */
export function planTraffic(
  target: readonly Rooms[],
  asked: Omit<LoadOptions, 'token'>,
): { readonly plan: Plan; readonly rooms: readonly Rooms[] } {
  const all = workingSet(target, { ...asked.traffic, maxChatrooms: asked.maxChatrooms });
  const plan = planRun({
    ...asked,
    brandIds: all.map(({ brand }) => brand),
    brandShares: brandShares(all, asked.traffic.brandWeights),
  });
  const { shape } = plan;
  const rooms = shape.model === 'closed' ? all.map((each) => firstRooms(each, shape.roomsPerBrand)) : all;
  return { plan, rooms };
}
