import { createHash } from 'node:crypto';

import { millisecondOf } from './looks-drawn';
import { suite } from './suite';

const drawnBySpec = new Map<string, number>();

/**
 * A date-time that no other request of the run sends: whole milliseconds in the years 2015 to 2024, in
 * UTC. It is one that tells what happens to it, whatever the seed: an afternoon, a day that could be another month, and
 * neither minutes nor seconds of zero. The seed and the spec file decide it, so that --seed repeats a run,
 * and a spec file by itself. looksDrawn knows it again.
 */
export function freshInstant(): string {
  const { spec } = suite.collector;
  const drawn = (drawnBySpec.get(spec) ?? 0) + 1;
  drawnBySpec.set(spec, drawn);
  const digest = createHash('sha256').update(`${suite.seed} ${spec} ${drawn}`).digest();
  const draw = (place: number, count: number): number => digest.readUInt16BE(2 * place) % count;
  const month = draw(1, 12);
  const otherMonth = (month + 1 + draw(2, 11)) % 12;
  const [hour, minute, seconds] = [13 + draw(3, 11), 1 + draw(4, 59), 1 + draw(5, 59)];
  const second = Date.UTC(2015 + draw(0, 10), month, otherMonth + 1, hour, minute, seconds) / 1_000;
  return new Date(second * 1_000 + millisecondOf(second)).toISOString();
}
