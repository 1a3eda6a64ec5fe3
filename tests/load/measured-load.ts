import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { LatencyLogLine } from '../../reference/latency/latency-log';
import { startReference } from '../../reference/start-reference';
import type { LoadResult } from '../../schemas/generated/types';
import { exactQuantile } from '../support/exact-quantile';
import { runCli } from '../support/run-cli';
import { scratchFolder } from '../support/scratch';
import { targetVariables } from '../support/target-file';

/** What the load command said of a server, and what the server itself knows. */
export interface MeasuredLoad {
  readonly load: LoadResult;
  readonly truth: readonly (LatencyLogLine & { readonly heldMs: number })[];
  /** By how much the server's own timers came late, at most, in 99 of 100 cases. */
  readonly lateMs: number;
}

/** Timers of a machine that has time for them are late by less: they count whole milliseconds. */
const quietLateMs = 3;
const attempts = 4;

/**
 * Runs the load command against the embedded API with known latencies, and returns what `wrongIn` says of its figures.
 * A machine that is busy with something else delays the server, which its log shows, or what is between it and k6, which
 * no log shows. The run is then repeated a few times: a fault of ours is there every time.
 */
export async function wrongFigures(
  latency: readonly string[],
  parameters: readonly string[],
  wrongIn: (measured: MeasuredLoad) => string[],
  variables: Record<string, string> = {},
): Promise<string[]> {
  for (let attempt = 1; ; attempt += 1) {
    const measured = await measureOnce(latency, parameters, variables);
    const wrong = [...measured.load.validity.reasons, ...wrongIn(measured)];
    const fit = wrong.length === 0 && measured.lateMs <= quietLateMs;
    if (fit || attempt === attempts) return wrong;
  }
}

/** How far a figure may be off: 2 % or 2 ms, and more only where the machine had no time in any attempt. */
export function toleranceMs(expectedMs: number, { lateMs }: MeasuredLoad): number {
  return Math.max(0.02 * expectedMs, 2) + (lateMs <= quietLateMs ? 0 : 3 * lateMs);
}

async function measureOnce(
  latency: readonly string[],
  parameters: readonly string[],
  variables: Record<string, string>,
): Promise<MeasuredLoad> {
  const folder = scratchFolder();
  const latencyLog = join(folder, 'latency.jsonl');
  const reference = await startReference({ latency, latencyLog });
  try {
    const target = targetVariables(reference.target);
    await runCli(['load', '--out', folder, ...parameters], { ...target, ...variables });
  } finally {
    await reference.close();
  }
  const load = JSON.parse(readFileSync(join(folder, 'load.json'), 'utf8')) as LoadResult;
  const lines = readFileSync(latencyLog, 'utf8').trim().split('\n');
  const all = lines.map((line) => JSON.parse(line) as LatencyLogLine);
  // The command tries the target with a request of its own, reads the chatrooms, and puts them back in the end.
  const before = 1 + (load.chatrooms?.used ?? 0);
  const truth = all.slice(before, before + load.requests).flatMap((line) => {
    const { heldMs } = line;
    return heldMs === null ? [] : [{ ...line, heldMs }];
  });
  return { load, truth, lateMs: exactQuantile(latenessOf(truth, latency), 0.99) };
}

/** Of answers that no stall held: what they waited beyond what was drawn. */
function latenessOf(truth: MeasuredLoad['truth'], latency: readonly string[]): number[] {
  const stalled = latency.some((form) => form.startsWith('stall:'));
  return truth.map(({ heldMs, drawnMs }) => heldMs - drawnMs).filter((lateMs) => !stalled || lateMs < 20);
}
