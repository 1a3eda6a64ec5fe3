import type { AddressInfo } from 'node:net';

import { defaultUnknownChatroom, type Target } from '../schemas/target/target';
import { buildApp } from './app';
import { changed, honestBehaviour, type Change } from './behaviour';
import { changesOf } from './changes-of';
import { forbiddenToken, token } from './checks/authentication';
import { faults as allFaults } from './faults/catalogue';
import { delayed } from './latency/delayed';
import { openLatencyLog } from './latency/latency-log';
import { parseLatency } from './latency/parse-latency';
import { variants as allVariants } from './variants/catalogue';

export interface ReferenceOptions {
  /** A free port by default. */
  readonly port?: number | undefined;
  /** Names of faults/catalogue.ts: what this instance does wrong. */
  readonly faults?: readonly string[] | undefined;
  /** Names of variants/catalogue.ts: what this instance does otherwise, and right. */
  readonly variants?: readonly string[] | undefined;
  /** What every answer waits, in ms; 0 by default. */
  readonly latencyMs?: number | undefined;
  /** What answers wait, as distributions and stalls in the forms of {@link parseLatency}. */
  readonly latency?: readonly string[] | undefined;
  /** Repeats the latencies of an earlier instance; 1 by default. */
  readonly latencySeed?: number | undefined;
  /** A file that gets a line for each request: when it came, and how long it was held. */
  readonly latencyLog?: string | undefined;
}

/** A running embedded API. */
export interface Reference {
  /** Such as http://127.0.0.1:4010/api/v2. */
  readonly baseUrl: string;
  readonly port: number;
  readonly target: Target;
  /** Resolves when the port is free again; open connections are cut. */
  readonly close: () => Promise<void>;
}

/**
 * Starts the embedded API on the loopback interface, with fresh data. Rejects with an UnknownNameError
 * for a fault or variant that does not exist, with a LatencyError for a latency that is none, and where the port
 * is taken or the log cannot be written.
 */
export async function startReference(options: ReferenceOptions = {}): Promise<Reference> {
  const {
    latencyMs,
    latency = latencyMs === undefined ? [] : [String(latencyMs)],
    latencySeed = 1,
  } = options;
  const parsed = parseLatency(latency);
  const changes = changesFor(options);
  const log = options.latencyLog === undefined ? undefined : await openLatencyLog(options.latencyLog);
  const slow = latency.length > 0 || log !== undefined;
  // Last: whatever else an answer goes through is a part of what it waits.
  const behaviour = changed(honestBehaviour, [
    ...changes,
    ...(slow ? [delayed(parsed, latencySeed, log)] : []),
  ]);
  const app = buildApp(behaviour);
  await app.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  const { port: actualPort } = app.server.address() as AddressInfo;
  const baseUrl = `http://127.0.0.1:${actualPort}/api/v2`;
  return {
    baseUrl,
    port: actualPort,
    target: {
      name: 'reference',
      baseUrl,
      token,
      forbiddenToken,
      brands: behaviour.brands,
      unknownChatroom: defaultUnknownChatroom,
    },
    close: async () => {
      await app.close();
      await log?.close();
    },
  };
}

function changesFor({ faults = [], variants = [] }: ReferenceOptions): readonly Change[] {
  return [...changesOf('variant', variants, allVariants), ...changesOf('fault', faults, allFaults)];
}
