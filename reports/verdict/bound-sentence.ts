import type { Verified } from '../../schemas/generated/types';
import { formatShare, plural } from '../text/numbers';

/** What a clean sample says about the rest: the rule of three, at 95 %. */
export function boundSentence({ bodies, sampled = bodies, bound, violations }: Verified): string {
  if (bodies === 0) return 'No body was validated against its schema.';
  if (bound === null || bound >= 1) {
    const broken = violations.reduce((sum, { count }) => sum + count, 0);
    return broken === 0
      ? `No violation in ${plural(sampled, 'sampled body', 'sampled bodies')}.`
      : `${plural(broken, 'violation')} beside ${plural(bodies, 'sampled body', 'sampled bodies')}.`;
  }
  return `No violation in ${plural(sampled, 'sampled body', 'sampled bodies')}: fewer than ${formatShare(bound)} of all bodies violate their schema, with 95 % confidence.`;
}
