import { withTimeLimit } from '../../../schemas/target/with-time-limit';
import type { Collector } from './collector';

/** One OTLP/HTTP request body, as it came. */
export interface Export {
  readonly body: Uint8Array;
  readonly gzipped: boolean;
}

/** What became of one attempt. */
export type Delivery =
  | { readonly state: 'delivered' }
  /** Sending the same later may help. */
  | { readonly state: 'later'; readonly reason: string; readonly retryAfterMs?: number }
  /** Sending the same again is of no use until something is changed. */
  | { readonly state: 'refused'; readonly reason: string };

const timeoutMs = 10_000;

/** Sends one export. Never rejects. */
export async function postExport(
  { url, headers }: Collector,
  { body, gzipped }: Export,
  signal: AbortSignal,
): Promise<Delivery> {
  try {
    return await withTimeLimit(timeoutMs, signal, async (limit) => {
      const response = await fetch(url, {
        method: 'POST',
        body: new Uint8Array(body),
        headers: {
          ...headers,
          'content-type': 'application/x-protobuf',
          ...(gzipped ? { 'content-encoding': 'gzip' } : {}),
        },
        // Following a redirect could carry the team's headers elsewhere.
        redirect: 'manual',
        signal: limit,
      });
      await response.body?.cancel();
      return deliveryOf(response);
    });
  } catch (error) {
    return { state: 'later', reason: reasonOf(error) };
  }
}

function deliveryOf({ ok, status, headers }: Response): Delivery {
  if (ok) return { state: 'delivered' };
  const reason = `it answered ${status}`;
  if (status < 500 && status !== 408 && status !== 429) return { state: 'refused', reason };
  const retryAfterSeconds = Number(headers.get('retry-after') ?? NaN);
  if (!(retryAfterSeconds >= 0)) return { state: 'later', reason };
  return { state: 'later', reason, retryAfterMs: retryAfterSeconds * 1_000 };
}

/** The system's own code where there is one: messages may hold more than is wanted. */
function reasonOf(error: unknown): string {
  const { name, cause } = error as Error & { cause?: NodeJS.ErrnoException };
  if (name === 'TimeoutError') return `no answer within ${timeoutMs / 1_000} s`;
  return cause?.code ?? 'the connection failed';
}
