import { suite } from '../suite';

/** What an odd but harmless request may get (ledger entry 22). */
export const documentedStatuses = [200, 401, 403, 404, 422];

/** Records which of several allowed answers was observed (ledger entry 19). */
export function recordChoice(
  id: string,
  title: string,
  observed: number | string,
  allowed: readonly (number | string)[],
): void {
  const isAnything = allowed === documentedStatuses;
  suite.collector.addChoice(
    id,
    title,
    String(observed),
    isAnything ? 'any documented status' : allowed.join(' or '),
  );
}
