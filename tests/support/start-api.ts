import type { AddressInfo } from 'node:net';

import { buildApp } from '../../reference/app';
import { changed, honestBehaviour, type Change } from '../../reference/behaviour';
import { forbiddenToken, token } from '../../reference/checks/authentication';
import type { TargetBrand } from '../../schemas/generated/types';
import { defaultUnknownChatroom, type Target } from '../../schemas/target/target';

export interface Api {
  readonly target: Target;
  /** Answers that were due so far. */
  readonly requests: () => number;
  readonly close: () => Promise<void>;
}

export interface ApiOptions {
  /** A free port by default. */
  readonly port?: number;
  /** What it does otherwise, or wrong. */
  readonly changes?: readonly Change[];
  /** What it holds; the embedded API's own by default. */
  readonly brands?: readonly TargetBrand[];
}

/** Starts the embedded API with changes that are a test's own. */
export async function startApi({ port = 0, changes = [], brands }: ApiOptions = {}): Promise<Api> {
  let requests = 0;
  const counting: Change = ({ deliver }) => ({
    deliver: (...delivery) => {
      requests += 1;
      deliver(...delivery);
    },
  });
  const honest = brands === undefined ? honestBehaviour : { ...honestBehaviour, brands };
  const app = buildApp(changed(honest, [...changes, counting]));
  await app.listen({ host: '127.0.0.1', port });
  const address = app.server.address() as AddressInfo;
  return {
    target: {
      name: 'test',
      baseUrl: `http://127.0.0.1:${address.port}/api/v2`,
      token,
      forbiddenToken,
      brands: honest.brands,
      unknownChatroom: defaultUnknownChatroom,
    },
    requests: () => requests,
    close: () => app.close(),
  };
}
