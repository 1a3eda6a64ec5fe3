import type { Verified } from '../../schemas/generated/types';
import { formatShare, plural } from '../text/numbers';

/**
 * What was found in the answers under load. A body is held against its schema in a sample and where something else is
 * wrong; status, id and value are looked at in every answer. A clean sample says something of the rest: the rule of
 * three, at 95 %.
 */
export function boundSentence(verified: Verified): string {
  const { bodies, violations } = verified;
  const ofSchema = countOf(violations.filter(({ check }) => check === 'schema'));
  const others = countOf(violations) - ofSchema;
  const whole = plural(bodies, 'body', 'bodies');
  return [
    ...(others === 0 ? [] : [`The checks that every answer gets found ${plural(others, 'violation')}.`]),
    ofSchema > 0
      ? `${plural(ofSchema, 'violation')} of a schema in ${whole} validated whole.`
      : cleanSample(verified, others === 0 ? 'violation' : 'violation of a schema'),
  ].join(' ');
}

function countOf(violations: Verified['violations']): number {
  return violations.reduce((sum, { count }) => sum + count, 0);
}

function cleanSample({ bodies, sampled = bodies, bound }: Verified, nothing: string): string {
  if (bodies === 0) return 'No body was validated against its schema.';
  if (sampled === 0) return 'No body of a 200 was validated against its schema.';
  const clean = `No ${nothing} in ${plural(sampled, 'sampled body', 'sampled bodies')}`;
  return bound === null || bound >= 1
    ? `${clean}.`
    : `${clean}: fewer than ${formatShare(bound)} of all bodies violate their schema, with 95 % confidence.`;
}
