import { parseDateTime } from '../../../schemas/formats/date-time';
import type { Ambassador } from '../../../schemas/generated/types';
import type { Difference } from './differences';
import type { ChatroomState } from './known-state';

/**
 * The last_action_date of the first ambassador, where those of all have moved forward: one of them may be whom the token is
 * of, and act by sending; two or more do not at once.
 */
export function allHaveActed(
  before: ChatroomState | undefined,
  after: ChatroomState | undefined,
): Difference | undefined {
  const [earlier, later] = [before, after].map((state) => lastActions(state));
  if (earlier === undefined || later === undefined || earlier.length < 2) return undefined;
  const haveAll = earlier.length === later.length && earlier.every((at, index) => at < (later[index] ?? 0));
  if (!haveAll) return undefined;
  const [was, is] = [before, after].map((state) => state?.ambassadors?.[0]?.last_action_date);
  const pointer = '/ambassadors/0/last_action_date';
  return { pointer, before: was, after: is, moving: true, documented: true };
}

/** When the ambassadors acted, in the order of their ids; undefined where that is not told of all. */
function lastActions(state: ChatroomState | undefined): readonly bigint[] | undefined {
  if (!Array.isArray(state?.ambassadors)) return undefined;
  const actions = (state.ambassadors as (Partial<Ambassador> | null)[])
    .map((one) => ({ id: one?.id_ambassador ?? 0, at: parseDateTime(String(one?.last_action_date)) }))
    .sort((a, b) => a.id - b.id)
    .map(({ at }) => at?.epochNanoseconds);
  return actions.every((at) => at !== undefined) ? actions : undefined;
}
