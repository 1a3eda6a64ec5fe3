import http, { type RefinedParams, type RefinedResponse } from 'k6/http';

import type { Bucket } from '../traffic/buckets';
import type { PlannedRequest } from '../traffic/planned-request';

export interface Sent {
  readonly url: string;
  readonly body: string;
  readonly response: RefinedResponse<'text'>;
  /**
   * What a client waits, in ms. k6's own http_req_duration starts only when a connection is there: a target
   * that is slow to accept connections would look fast. `blocked` holds that wait, with connecting and TLS.
   */
  readonly latencyMs: number;
}

/** Sends requests of one VU; what requests of a bucket share is made once. */
export function createSender(
  baseUrl: string,
  token: string,
  timeoutSeconds: number,
  buckets: readonly Bucket[],
): (request: PlannedRequest) => Sent {
  const chatrooms = `${baseUrl}/chat/chatrooms/`;
  const headersOf: Record<number, Record<string, string>> = {};
  for (const { brand } of buckets) {
    headersOf[brand] ??= {
      Authorization: `Bearer ${token}`,
      'X-Popsell-Brand': String(brand),
      'Content-Type': 'application/json',
      Accept: 'application/json',
    };
  }
  const paramsOf = buckets.map(({ brand, name }): RefinedParams<'text'> => ({
    headers: headersOf[brand] ?? {},
    tags: { brand: String(brand), bucket: name },
    // k6 reads every param anew for every request: what is the same for all is an option of the script.
    timeout: timeoutSeconds * 1_000,
  }));

  return ({ bucket, chatroom, reads, value }) => {
    const url = `${chatrooms}${chatroom}`;
    // An update of nothing changes nothing, and is answered with the chatroom (policy 9).
    const body = reads ? '{}' : `{"established_dialogue":"${value}"}`;
    const started = Date.now();
    const response = http.patch(url, body, paramsOf[bucket.index]);
    const { blocked, duration } = response.timings;
    // k6 has no timings where no answer came, and a timeout is the longest wait of all.
    const latencyMs = response.status === 0 ? Date.now() - started : blocked + duration;
    return { url, body, response, latencyMs };
  };
}
