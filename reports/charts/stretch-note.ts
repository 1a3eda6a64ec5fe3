import { plural } from '../text/numbers';

/** Most points of a time chart, by its width. */
export const pointLimit = { wide: 120, narrow: 60 } as const;

/** Says what one point stands for. */
export function stretchNote(stretchSeconds: number, figures: string): string {
  return stretchSeconds === 1
    ? 'one point per second'
    : `one point per ${plural(stretchSeconds, 'second')}: ${figures}`;
}
