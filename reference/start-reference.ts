import type { AddressInfo } from 'node:net';

import { defaultUnknownChatroom, type Target } from '../schemas/target/target';
import { buildApp } from './app';
import { changed, honestBehaviour, type Change } from './behaviour';
import { changesOf } from './changes-of';
import { forbiddenToken, token } from './checks/authentication';
import { faults as allFaults } from './faults/catalogue';
import { delayed, type LatencyMs } from './latency';
import { variants as allVariants } from './variants/catalogue';

export interface ReferenceOptions {
  /** A free port by default. */
  readonly port?: number | undefined;
  /** Names of faults/catalogue.ts: what this instance does wrong. */
  readonly faults?: readonly string[] | undefined;
  /** Names of variants/catalogue.ts: what this instance does otherwise, and right. */
  readonly variants?: readonly string[] | undefined;
  /** What every answer waits; 0 by default. */
  readonly latencyMs?: LatencyMs | undefined;
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
 * for a fault or variant that does not exist, and where the port is taken.
 */
export async function startReference(options: ReferenceOptions = {}): Promise<Reference> {
  const behaviour = changed(honestBehaviour, changesFor(options));
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
    close: () => app.close(),
  };
}

function changesFor({ faults = [], variants = [], latencyMs }: ReferenceOptions): readonly Change[] {
  return [
    ...changesOf('variant', variants, allVariants),
    ...changesOf('fault', faults, allFaults),
    ...(latencyMs === undefined ? [] : [delayed(latencyMs)]),
  ];
}
