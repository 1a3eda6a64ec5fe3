import type { Ownership } from '../traffic/ownership';

/** Says so where clients were to have chatrooms of their own, and the target has too few for that. */
export function warnWithoutOwners({ owned, wanted }: Ownership, warn: (text: string) => void): void {
  if (wanted === 0 || owned.some(({ count }) => count > 0)) return;
  warn(
    'no client has a chatroom of its own, because no brand has a chatroom to spare: whether writes are kept is not ' +
      'verified. Name more chatrooms for each brand (from three on, one is set apart).',
  );
}
