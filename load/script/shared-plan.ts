import { SharedArray } from 'k6/data';

import type { Options } from 'k6/options';
import { roomsOf, roomsOfList, type Rooms } from '../traffic/rooms';
import { planScript, type PlannedScript } from './lazy/plan-script.lazy';
import type { ScriptPlan } from './script-plan';

/** Lists up to this length are cheaper as arrays of each VU than as shared ones. */
const ownCopyLimit = 100;

export interface SharedPlan {
  readonly script: ScriptPlan;
  readonly options: Options;
  readonly rooms: readonly Rooms[];
}

/**
 * The plan of the run, and the chatrooms of all brands. The first VU works them out; the others get the plan as data, share
 * long lists of chatrooms, and take two numbers for a range. For k6's init stage only.
 */
export function sharedPlan(
  environment: Readonly<Record<string, string | undefined>>,
  readFile: (path: string) => string,
): SharedPlan {
  let planned: PlannedScript | undefined;
  const plan = (): PlannedScript => (planned ??= planScript(environment, readFile));

  const [script] = new SharedArray('plan', () => [plan().script]);
  const heads = new SharedArray('brands', () =>
    plan().brands.map(({ id, chatrooms }) =>
      Array.isArray(chatrooms) && chatrooms.length > ownCopyLimit
        ? { id, listed: true, chatrooms: [] }
        : { id, listed: false, chatrooms },
    ),
  );
  const rooms = heads.map(({ id, listed, chatrooms }, index) => {
    if (!listed) return roomsOf({ id, chatrooms });
    const ids = new SharedArray(`chatrooms of brand ${index}`, () => {
      const all = plan().brands[index]?.chatrooms;
      return Array.isArray(all) ? all : [];
    });
    return roomsOfList(id, ids);
  });
  // k6 takes its options from the first VU, and the others' would be so much memory.
  if (script === undefined) throw new Error('there is no plan');
  return { script, options: planned?.options ?? {}, rooms };
}
