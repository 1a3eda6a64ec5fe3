import { freshInstant } from '../fresh-instant';

const drawnSeconds: number[] = [];

/**
 * A date-time that stays unlike all others of this spec file even where its digits below a second are lost, cut or
 * rounded: an answer then tells which request wrote what it shows.
 */
export function distinctInstant(): string {
  const instant = freshInstant();
  const second = Math.floor(Date.parse(instant) / 1_000);
  if (drawnSeconds.some((drawn) => Math.abs(drawn - second) <= 1)) return distinctInstant();
  drawnSeconds.push(second);
  return instant;
}
