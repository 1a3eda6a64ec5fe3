import type { Ambassador, Chatroom } from '../../../schemas/generated/types';
import { broken, held, type Finding } from './finding';
import { toPointer } from './json-pointer';
import { show } from './show';

const pivot = '200/body/ambassadors/*/chatroom_pivot_data/*';

/**
 * The ids inside a chatroom belong together (ledger entry 8). Reads as far as the body has the
 * documented shape; what is mistyped is the schema's business.
 */
export function judgeOwnIds(chatroom: Partial<Chatroom>, requested: number): Finding[] {
  const own = compare('200/body/id_chatroom/requested', chatroom.id_chatroom, requested, ['id_chatroom']);
  const ambassadors: readonly (Partial<Ambassador> | null)[] = asArray(chatroom.ambassadors);
  return summary([
    own,
    ...ambassadors.flatMap((ambassador, index) => judgeAmbassador(ambassador, index, requested)),
  ]);
}

function judgeAmbassador(
  ambassador: Partial<Ambassador> | null,
  index: number,
  requested: number,
): Finding[] {
  return asArray(ambassador?.chatroom_pivot_data).flatMap((data, at) => {
    const pointer = ['ambassadors', index, 'chatroom_pivot_data', at];
    return [
      compare(`${pivot}/id_chatroom/requested`, data.id_chatroom, requested, [...pointer, 'id_chatroom']),
      compare(`${pivot}/id_ambassador/own`, data.id_ambassador, ambassador?.id_ambassador, [
        ...pointer,
        'id_ambassador',
      ]),
    ];
  });
}

function asArray<T>(value: readonly T[] | undefined): readonly T[] {
  return Array.isArray(value)
    ? (value as readonly T[]).filter((item) => typeof item === 'object' && item !== null)
    : [];
}

function compare(
  obligation: string,
  received: unknown,
  expected: unknown,
  pointer: (string | number)[],
): Finding {
  if (received === expected && expected !== undefined) return held(obligation);
  return broken({
    obligation,
    cause: 'other-id',
    message: `${String(pointer.at(-1))} is ${show(received)}, not ${show(expected)}`,
    pointer: toPointer(pointer),
    received: show(received),
    documented: show(expected),
  });
}

/** One finding an obligation: the first broken one, or that it held. Mistyped ids are left to the schema. */
function summary(findings: readonly Finding[]): Finding[] {
  const byObligation = new Map<string, Finding>();
  for (const finding of findings) {
    if (finding.kind === 'notice') continue;
    if (finding.kind === 'broken' && !/^-?\d+$/.test(finding.received)) continue;
    const known = byObligation.get(finding.obligation);
    if (known === undefined || (known.kind === 'held' && finding.kind === 'broken')) {
      byObligation.set(finding.obligation, finding);
    }
  }
  return [...byObligation.values()];
}
