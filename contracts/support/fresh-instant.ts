import { createHash } from 'node:crypto';

import { millisecondOf } from './looks-drawn';
import { suite } from './suite';

const firstSecond = Date.UTC(2015, 0, 1) / 1_000;
const spanSeconds = 10 * 365 * 86_400;
const drawnBySpec = new Map<string, number>();

/**
 * A date-time that no other request of the run sends: whole milliseconds in the years 2015 to 2024, in
 * UTC. The seed and the spec file decide it, so that --seed repeats a run,
 * and a spec file by itself. looksDrawn knows it again.
 */
export function freshInstant(): string {
  const { spec } = suite.collector;
  const drawn = (drawnBySpec.get(spec) ?? 0) + 1;
  drawnBySpec.set(spec, drawn);
  const digest = createHash('sha256').update(`${suite.seed} ${spec} ${drawn}`).digest();
  const second = firstSecond + (digest.readUInt32BE(0) % spanSeconds);
  return new Date(second * 1_000 + millisecondOf(second)).toISOString();
}
