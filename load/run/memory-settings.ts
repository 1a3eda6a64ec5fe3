import { totalmem } from 'node:os';

/** Measured: what k6 keeps for itself, and for each VU of the bundle once it has sent a request. */
const ownMegabytes = 20;
const megabytesPerVu = 0.4;

/** Room for new objects between two collections: each costs as much as all that is kept, and so should be rare. */
const roomMegabytes = 200;

/** In percent of what is kept, as Go counts: below the first, a large run would do little else; above the second nothing is gained. */
const [leastRoom, mostRoom] = [100, 800];

/**
 * Collecting garbage is a fifth of what a request costs k6 with Go's own settings. It may use more memory: the same room
 * however many VUs there are, and all in all no more than half of what the machine has. The caller's own settings win.
 */
export function memorySettings(
  vus: number,
  own: Readonly<Record<string, string | undefined>>,
  machineBytes = bytesOfMachine(),
): Record<string, string> {
  const room = Math.round((100 * roomMegabytes) / (ownMegabytes + megabytesPerVu * vus));
  return {
    GOGC: own['GOGC'] ?? String(Math.min(mostRoom, Math.max(leastRoom, room))),
    GOMEMLIMIT: own['GOMEMLIMIT'] ?? `${Math.floor(machineBytes / 2 / 2 ** 20)}MiB`,
  };
}

/** Far above what was ever seen of a run whose answers are of a usual size. */
const [usualBytes, usualBytesPerVu] = [2 ** 30, 2 ** 20];

/**
 * More than this k6 does not get: it is stopped. Half of the machine at most, and that for the dashboard, which keeps every
 * sample. The caller's own GOMEMLIMIT replaces it.
 */
export function memoryLimitBytes(
  { vus, live }: { readonly vus: number; readonly live: boolean },
  own: Readonly<Record<string, string | undefined>>,
  machineBytes = bytesOfMachine(),
): number {
  const [, number, unit = ''] = /^(\d+)(?:([KMGT])i)?B?$/.exec(own['GOMEMLIMIT'] ?? '') ?? [];
  if (number !== undefined) return Number(number) * 2 ** (10 * ' KMGT'.indexOf(unit || ' '));
  return Math.min(machineBytes / 2, live ? Infinity : usualBytes + vus * usualBytesPerVu);
}

function bytesOfMachine(): number {
  return Math.min(totalmem(), process.constrainedMemory() || Infinity);
}
