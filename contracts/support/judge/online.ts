import type { Chatroom } from '../../../schemas/generated/types';
import { parseDateTime } from '../../../schemas/formats/date-time';
import { broken, held, type Finding } from './finding';
import { toPointer } from './json-pointer';

const obligation = '200/body/ambassadors/*/online/rule';
const limitMs = 5 * 60_000;
const toleranceMs = 60_000;

/**
 * `online` is true exactly when last_action_date is less than 5 minutes ago, with 60 s of tolerance on
 * either side (ledger entry 7). A date ahead of the clock says nothing, and is not judged.
 * @param nowMs the response's Date, as epoch milliseconds
 */
export function judgeOnline(chatroom: Partial<Chatroom>, nowMs: number): Finding[] {
  const ambassadors = Array.isArray(chatroom.ambassadors) ? chatroom.ambassadors : [];
  const findings = ambassadors.flatMap((ambassador, index) => {
    const { online, last_action_date: lastAction } = (ambassador as Partial<typeof ambassador> | null) ?? {};
    const instant = typeof lastAction === 'string' ? parseDateTime(lastAction) : undefined;
    if (instant === undefined || typeof online !== 'boolean') return [];
    const expected = expectedOnline(nowMs - Number(instant.epochNanoseconds / 1_000_000n));
    return expected === undefined ? [] : [judge(online, expected, String(lastAction), index)];
  });
  return findings.find(({ kind }) => kind === 'broken')
    ? findings.filter(({ kind }) => kind === 'broken').slice(0, 1)
    : findings.slice(0, 1);
}

/** Undefined: inside the tolerance, or in the future. */
function expectedOnline(ageMs: number): boolean | undefined {
  if (ageMs < -toleranceMs) return undefined;
  if (ageMs < limitMs - toleranceMs) return true;
  return ageMs > limitMs + toleranceMs ? false : undefined;
}

function judge(online: boolean, expected: boolean, lastAction: string, index: number): Finding {
  if (online === expected) return held(obligation);
  return broken({
    obligation,
    cause: expected ? 'not-online' : 'online',
    message: `online is ${String(online)} with last_action_date ${lastAction}`,
    pointer: toPointer(['ambassadors', index, 'online']),
    received: String(online),
    documented: `${String(expected)}: last_action_date is ${expected ? 'less' : 'more'} than 5 minutes ago`,
  });
}
