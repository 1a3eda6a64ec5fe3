import { freshInstant } from '../fresh-instant';

const drawnSeconds: number[] = [];

/**
 * A date-time that is unlike all others of this spec file by more than a second: an answer then tells which request
 * wrote what it shows. It is a plain one, of whole seconds, a morning, and a day that is no month: what happens to
 * others is no matter of concurrency.
 */
export function distinctInstant(): string {
  const date = new Date(freshInstant());
  date.setUTCDate(13 + (date.getUTCDate() % 16));
  date.setUTCHours(1 + (date.getUTCHours() % 11), date.getUTCMinutes(), 1 + (date.getUTCSeconds() % 59), 0);
  const second = date.getTime() / 1_000;
  if (drawnSeconds.some((drawn) => Math.abs(drawn - second) <= 1)) return distinctInstant();
  drawnSeconds.push(second);
  return date.toISOString();
}
