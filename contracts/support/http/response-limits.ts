import { Agent as HttpAgent, type ClientRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

/** Ledger entry 20. */
export const maxBodyBytes = 10 * 1024 * 1024;

/** How an exchange is watched while it is under way. */
export interface ResponseWatch {
  /** The status line, as soon as it came. */
  status?: number;
  /** The text in it. */
  statusText?: string | undefined;
  /** The connection had carried another exchange before. */
  isReused?: boolean;
  /** Set where the exchange was cut off. */
  cutOff?: { readonly cause: 'too-large' | 'timeout'; readonly message: string };
}

type AddRequest = (request: ClientRequest, ...rest: unknown[]) => void;

/**
 * Pactum's client has an idle timeout and no size limit of ours. An agent sees every request before
 * it is sent, so it can hold the whole exchange to a time and its body to a size (ledger entry 20).
 * Connections are kept alive: a run opens few.
 * @param prepare gets every request before its headers are written
 */
export function limitingAgent(
  secure: boolean,
  timeLimitMs: number,
  watchOf: () => ResponseWatch | undefined,
  prepare: (request: ClientRequest) => void = () => undefined,
): HttpAgent {
  const agent = secure ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
  const holder = agent as unknown as { addRequest: AddRequest };
  const addRequest = holder.addRequest.bind(agent);
  holder.addRequest = (request, ...rest) => {
    const watch = watchOf();
    if (watch !== undefined) limitRequest(request, watch, timeLimitMs);
    prepare(request);
    addRequest(request, ...rest);
  };
  return agent;
}

/** From now on every exchange has a connection of its own. */
export function stopReusing(agent: HttpAgent): void {
  // Node's types do not tell: whether a socket is kept is decided by this, each time that one is free.
  (agent as unknown as { keepAlive: boolean }).keepAlive = false;
  for (const socket of Object.values(agent.freeSockets).flat()) socket?.destroy();
}

/**
 * Whether no answer came because a kept connection was closed before the request reached the API, which may close an idle one
 * at any time (RFC 9112, section 9.3.1): that says nothing about the API.
 */
export function isStaleConnection(watch: ResponseWatch, cause: string | undefined): boolean {
  const isClosed = cause === 'ECONNRESET' || cause === 'EPIPE';
  return isClosed && watch.isReused === true && watch.status === undefined && watch.cutOff === undefined;
}

function limitRequest(request: ClientRequest, watch: ResponseWatch, timeLimitMs: number): void {
  const cutOff = (cause: 'too-large' | 'timeout', message: string): void => {
    watch.cutOff ??= { cause, message };
    request.destroy(new Error(message));
  };
  const timer = setTimeout(() => {
    cutOff('timeout', `it took more than ${timeLimitMs / 1_000} s`);
  }, timeLimitMs);
  request.once('socket', () => {
    if (request.reusedSocket) watch.isReused = true;
  });
  request.once('close', () => {
    clearTimeout(timer);
  });
  request.once('response', (response: IncomingMessage) => {
    watch.status = response.statusCode ?? 0;
    watch.statusText = response.statusMessage;
    let bytes = 0;
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > maxBodyBytes)
        cutOff('too-large', `the body is larger than ${maxBodyBytes / 1024 / 1024} MB`);
    });
  });
}
