import type { AddressInfo } from 'node:net';

import { defaultUnknownChatroom, type Target } from '../schemas/target/target';
import { buildApp } from './app';
import { changed, honestBehaviour } from './behaviour';
import { forbiddenToken, token } from './checks/authentication';

export interface ReferenceOptions {
  /** A free port by default. */
  readonly port?: number | undefined;
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

/** Starts the embedded API on the loopback interface, with fresh data. Rejects where the port is taken. */
export async function startReference({ port = 0 }: ReferenceOptions = {}): Promise<Reference> {
  const behaviour = changed(honestBehaviour, []);
  const app = buildApp(behaviour);
  await app.listen({ host: '127.0.0.1', port });
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
