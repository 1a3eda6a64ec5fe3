import type { Chatroom } from '../../schemas/generated/types';
import type { Outcome } from './patient-patch';

/** The `established_dialogue` of a 200; undefined for every other answer. */
export function valueOf(outcome: Outcome): string | undefined {
  if (!outcome.answered || outcome.status !== 200) return undefined;
  try {
    const value: unknown = (JSON.parse(outcome.body) as Partial<Chatroom> | null)?.established_dialogue;
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
