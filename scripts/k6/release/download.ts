import { messageOf } from '../message-of';
import { redirectTarget } from './redirect-target';

export interface Transfer {
  readonly signal: AbortSignal;
  readonly maxBytes: number;
  readonly timeLimitMs: number;
}

const maxRedirects = 5;

/** Yields the bytes at a URL; throws an Error that names the URL where there are too many, too few, or none. */
export async function* download(url: URL, transfer: Transfer): AsyncGenerator<Uint8Array, void, undefined> {
  const timeLimit = AbortSignal.timeout(transfer.timeLimitMs);
  try {
    const response = await open(url, AbortSignal.any([transfer.signal, timeLimit]));
    yield* limited(response, transfer.maxBytes);
  } catch (error) {
    const reason = timeLimit.aborted
      ? `not complete after ${transfer.timeLimitMs / 1_000} s`
      : reasonOf(error);
    throw new Error(`${url.href}: ${reason}`, { cause: error });
  }
}

/** Redirects are followed by hand, because fetch would follow one from https to http. */
async function open(url: URL, signal: AbortSignal, redirects = 0): Promise<Response> {
  // Encoded archives would have the checksum of something else.
  const response = await fetch(url, {
    signal,
    redirect: 'manual',
    headers: { 'accept-encoding': 'identity' },
  });
  if (response.ok) return response;

  await response.body?.cancel();
  const location = response.headers.get('location');
  if (response.status < 300 || response.status >= 400 || location === null) {
    throw new Error(`HTTP ${response.status}`);
  }
  if (redirects === maxRedirects) throw new Error(`more than ${maxRedirects} redirects`);
  return open(redirectTarget(url, location), signal, redirects + 1);
}

async function* limited(response: Response, maxBytes: number): AsyncGenerator<Uint8Array, void, undefined> {
  if (response.body === null) throw new Error('the answer has no body');
  let bytes = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new Error(`more than the ${maxBytes / 1_000_000} MB that are allowed`);
    yield chunk;
  }
}

/** fetch says "fetch failed" or "terminated"; the cause says why. */
function reasonOf(thrown: unknown): string {
  const cause = (thrown as Error).cause;
  return messageOf(thrown) + (cause === undefined ? '' : `: ${messageOf(cause)}`);
}
