import { sleep } from 'k6';
import http from 'k6/http';

import { parseResourceAttributes } from '../../kubernetes/run-identity';
import { shardMetrics } from '../../kubernetes/shard-metrics';

/**
 * Tells the collector how a pod's k6 ended, and what CPU it used. A shard that the collector's file has no such word
 * of was killed, or the file was copied too early.
 *
 *   POPSELL_COLLECTOR             URL of the collector's metrics endpoint
 *   POPSELL_K6_EXIT_CODE          k6's exit code
 *   POPSELL_UNCAUGHT_EXCEPTIONS   exceptions in k6's log
 *   POPSELL_CORES_MILLI           thousandths of a core that the pod may use
 *   POPSELL_CPU_FILE              lines of "UPTIME_SECONDS CPU_TICKS"
 *   OTEL_RESOURCE_ATTRIBUTES      which shard of which run
 */
const ticksPerSecond = 100;
const tries = 5;

const cpuLines = readLines(__ENV['POPSELL_CPU_FILE'] ?? '');
const [uptimeSeconds] = (readLines('/proc/uptime')[0] ?? '').split(' ').map(Number);
/** When the machine started, in ms since 1970: samples carry the time since then. */
const bootMs = Date.now() - (uptimeSeconds ?? 0) * 1_000;

export default function endOfShard(): void {
  const now = Date.now();
  const body = JSON.stringify({
    resourceMetrics: [
      {
        resource: { attributes: parseResourceAttributes(__ENV['OTEL_RESOURCE_ATTRIBUTES'] ?? '') },
        scopeMetrics: [
          {
            scope: { name: 'popsell' },
            metrics: [
              gauge(shardMetrics.exitCode, [point(number('POPSELL_K6_EXIT_CODE'), now)]),
              gauge(shardMetrics.uncaughtExceptions, [point(number('POPSELL_UNCAUGHT_EXCEPTIONS'), now)]),
              gauge(shardMetrics.cores, [point(number('POPSELL_CORES_MILLI') / 1_000, now)]),
              gauge(shardMetrics.cpuSeconds, cpuPoints()),
            ],
          },
        ],
      },
    ],
  });
  for (let attempt = 1; attempt <= tries; attempt++) {
    const { status } = http.post(__ENV['POPSELL_COLLECTOR'] ?? '', body, {
      headers: { 'Content-Type': 'application/json' },
      timeout: '5s',
    });
    if (status === 200) return;
    sleep(attempt);
  }
  throw new Error('the collector did not take the end of this shard');
}

function number(name: string): number {
  return Number(__ENV[name] ?? '0');
}

function cpuPoints(): object[] {
  return cpuLines
    .map((line) => line.split(' ').map(Number))
    .map(([uptime = 0, ticks = 0]) => point(ticks / ticksPerSecond, bootMs + uptime * 1_000));
}

function gauge(name: string, dataPoints: readonly object[]): object {
  return { name, gauge: { dataPoints } };
}

function point(value: number, atMs: number): object {
  return { asDouble: value, timeUnixNano: `${Math.round(atMs)}000000`, attributes: [] };
}

/** None where there is no such file: not every system tells its CPU. */
function readLines(file: string): string[] {
  try {
    return open(file)
      .split('\n')
      .filter((line) => line !== '');
  } catch {
    return [];
  }
}
