import { totalmem } from 'node:os';

/** Measured: what k6 keeps for itself, and for each VU of the bundle once it has sent a request. */
const ownMegabytes = 20;
const megabytesPerVu = 0.4;

/**
 * Room for new objects between two collections. Each costs as much as all that is kept, and delays the answers that come
 * meanwhile: measured at 80 requests a second with 440 VUs, a p99 of 24.7 ms with the least room and of 22.7 ms with the most, where
 * the server took 21.3 ms. A short run, whose VUs are all new, then has none or one.
 */
const [leastRoomMegabytes, mostRoomMegabytes] = [200, 1_000];
const shareOfLimit = 1 / 8;

/** In percent of what is kept, as Go counts: below the first, a large run would do little else; above the second nothing is gained. */
const [leastPercent, mostPercent] = [100, 800];

/**
 * Collecting garbage is a fifth of what a request costs k6 with Go's own settings. It may use more memory: the same room
 * however many VUs there are, and all in all no more than half of what the machine has. The caller's own settings win.
 */
export function memorySettings(
  vus: number,
  own: Readonly<Record<string, string | undefined>>,
  machineBytes = bytesOfMachine(),
): Record<string, string> {
  const limitMegabytes = (bytesOf(own['GOMEMLIMIT']) ?? machineBytes / 2) / 2 ** 20;
  const roomMegabytes = within(leastRoomMegabytes, shareOfLimit * limitMegabytes, mostRoomMegabytes);
  const percent = Math.round((100 * roomMegabytes) / (ownMegabytes + megabytesPerVu * vus));
  return {
    GOGC: own['GOGC'] ?? String(within(leastPercent, percent, mostPercent)),
    GOMEMLIMIT: own['GOMEMLIMIT'] ?? `${Math.floor(machineBytes / 2 / 2 ** 20)}MiB`,
  };
}

function within(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
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
  const usual = live ? Infinity : usualBytes + vus * usualBytesPerVu;
  return bytesOf(own['GOMEMLIMIT']) ?? Math.min(machineBytes / 2, usual);
}

/** Of a limit as Go reads it, such as 512MiB; undefined: there is none. */
function bytesOf(goLimit = ''): number | undefined {
  const [, number, unit = ''] = /^(\d+)(?:([KMGT])i)?B?$/.exec(goLimit) ?? [];
  return number === undefined ? undefined : Number(number) * 2 ** (10 * ' KMGT'.indexOf(unit || ' '));
}

function bytesOfMachine(): number {
  return Math.min(totalmem(), process.constrainedMemory() || Infinity);
}
