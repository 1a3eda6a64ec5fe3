import { Agent, request } from 'node:https';
import { text } from 'node:stream/consumers';

export interface ApiAnswer<T> {
  readonly status: number;
  readonly body: T;
}

export interface Api {
  /** Sends one request; patches say which kind they are. Resolves whatever the status. */
  send<T = unknown>(method: string, path: string, body?: object, patch?: PatchType): Promise<ApiAnswer<T>>;
  /** The same, and rejects with what the server says where that is no success. */
  must<T = unknown>(method: string, path: string, body?: object, patch?: PatchType): Promise<T>;
  close(): void;
}

type PatchType = 'apply-patch+yaml' | 'merge-patch+json';

/** A client of the API server at a loopback port, which signed its own certificate. */
export function apiClient({ port, ca, token }: { port: number; ca: string; token: string }): Api {
  const agent = new Agent({ keepAlive: true, ca, checkServerIdentity: () => undefined });
  const send: Api['send'] = (method, path, body, patch) =>
    new Promise((resolve, reject) => {
      const sent = request(
        {
          host: '127.0.0.1',
          port,
          path,
          method,
          agent,
          headers: {
            authorization: `Bearer ${token}`,
            accept: 'application/json',
            'content-type': `application/${patch ?? 'json'}`,
          },
        },
        (response) => {
          text(response).then((answer) => {
            resolve({ status: response.statusCode ?? 0, body: parse(answer) as never });
          }, reject);
        },
      );
      sent.once('error', reject);
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });
  return {
    send,
    must: async (method, path, body, patch) => {
      const answer = await send(method, path, body, patch);
      if (answer.status < 300) return answer.body as never;
      const { message } = answer.body as { message?: string };
      throw new Error(`${method} ${path}: ${answer.status} ${message ?? JSON.stringify(answer.body)}`);
    },
    close: () => {
      agent.destroy();
    },
  };
}

/** /readyz answers in words. */
function parse(answer: string): unknown {
  try {
    return JSON.parse(answer);
  } catch {
    return { message: answer };
  }
}
