import type { Ambassador, Chatroom, ChatroomPivot } from '../../../schemas/generated/types';
import { broken, held, type Broken, type Finding, type Held } from './finding';
import { toPointer } from './json-pointer';
import { show } from './show';

const pivot = '200/body/ambassadors/*/chatroom_pivot_data/*';

/**
 * The ids inside a chatroom belong together (ledger entry 8). Reads as far as the body has the
 * documented shape; what is mistyped is the schema's business.
 */
export function judgeOwnIds(chatroom: Partial<Chatroom>, requested: number): Finding[] {
  return summary([
    ...compare('200/body/id_chatroom/requested', chatroom.id_chatroom, requested, ['id_chatroom']),
    ...items<Ambassador>(chatroom.ambassadors).flatMap(([index, ambassador]) =>
      judgeAmbassador(ambassador, index, requested),
    ),
  ]);
}

function judgeAmbassador(
  ambassador: Partial<Ambassador>,
  index: number,
  requested: number,
): (Held | Broken)[] {
  return items<ChatroomPivot>(ambassador.chatroom_pivot_data).flatMap(([at, data]) => {
    const pointer = ['ambassadors', index, 'chatroom_pivot_data', at];
    return [
      ...compare(`${pivot}/id_chatroom/requested`, data.id_chatroom, requested, [...pointer, 'id_chatroom']),
      ...compare(`${pivot}/id_ambassador/own`, data.id_ambassador, ambassador.id_ambassador, [
        ...pointer,
        'id_ambassador',
      ]),
    ];
  });
}

/** The objects of an array with their indexes; nothing where it is none. */
function items<T>(value: unknown): [number, Partial<T>][] {
  if (!Array.isArray(value)) return [];
  return [...(value as Partial<T>[]).entries()].filter(([, item]) => isObject(item));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Says nothing unless both are integers: mistyped ids are left to the schema. */
function compare(
  obligation: string,
  received: unknown,
  expected: unknown,
  pointer: (string | number)[],
): (Held | Broken)[] {
  if (!Number.isInteger(received) || !Number.isInteger(expected)) return [];
  if (received === expected) return [held(obligation)];
  const violation = broken({
    obligation,
    cause: 'other-id',
    message: `${String(pointer.at(-1))} is ${show(received)}, not ${show(expected)}`,
    pointer: toPointer(pointer),
    received: show(received),
    documented: show(expected),
  });
  return [violation];
}

/** One finding an obligation: the first broken one, or that it held. */
function summary(findings: readonly (Held | Broken)[]): Finding[] {
  const byObligation = new Map<string, Held | Broken>();
  for (const finding of findings) {
    const known = byObligation.get(finding.obligation);
    if (known === undefined || (known.kind === 'held' && finding.kind === 'broken')) {
      byObligation.set(finding.obligation, finding);
    }
  }
  return [...byObligation.values()];
}
