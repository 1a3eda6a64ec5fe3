import { fileURLToPath } from 'node:url';

import { UsageError } from '../../exit-codes';

/** Accepted form of a place, as error messages name it. */
export const placeForm =
  'accepted: RUN_DIR#N, the N-th violation of a run, such as reports/runs/RUN#1, or the address of its page, as in reports/runs/RUN/index.html#violation-1';

/** Where a violation is recorded. */
export interface Place {
  /** A run's folder, or a file in it. */
  readonly path: string;
  /** From 1. */
  readonly number: number;
}

/**
 * Reads `DIR#N`, where the folder's page or contract.json may stand for it, the page's anchor for the number, and an address as a
 * browser shows it for the path. Throws a {@link UsageError} for anything else.
 */
export function parsePlace(place: string): Place {
  const [, where = '', number] = /^(.+)#(?:violation-)?([1-9]\d*)$/.exec(place) ?? [];
  if (/^https?:/i.test(place)) {
    throw new UsageError(`--replay ${place}: a run's folder must be here: download it first; ${placeForm}`);
  }
  if (number === undefined) throw new UsageError(`--replay ${place}: ${placeForm}`);
  return { path: pathOf(where), number: Number(number) };
}

function pathOf(where: string): string {
  if (!/^file:/i.test(where)) return where;
  try {
    return fileURLToPath(where);
  } catch (error) {
    throw new UsageError(`--replay ${where}: ${(error as Error).message}; ${placeForm}`);
  }
}
