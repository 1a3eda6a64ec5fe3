import type { Ambassador } from '../../../schemas/generated/types';
import type { ChatroomState } from '../state/known-state';

/** Shorter texts are in many answers by chance. */
const shortestTelling = 6;

/**
 * Whether the text of a refusal shows what only the chatroom holds that it refuses. 403 and 404 document no body, so that is
 * no broken promise (ledger entry 14), and still what nobody of another brand should see.
 * @returns what it shows, in words, without the data
 */
export function foreignDataIn(
  text: string,
  { ambassadors, last_summary }: ChatroomState,
): string | undefined {
  const shows = (value: unknown): boolean =>
    typeof value === 'string' && value.length >= shortestTelling && text.includes(JSON.stringify(value));
  // Its schema is judged elsewhere: any item may be anything.
  const people: readonly (Partial<Ambassador> | null)[] = Array.isArray(ambassadors) ? ambassadors : [];
  const isOf = (keys: readonly ('email' | 'email_tmp' | 'customer_id')[]): boolean =>
    people.some((one) => keys.some((key) => shows(one?.[key])));
  if (isOf(['email', 'email_tmp'])) return "an ambassador's email";
  if (isOf(['customer_id'])) return "an ambassador's customer_id";
  return shows(last_summary?.summary) ? 'its last summary' : undefined;
}
