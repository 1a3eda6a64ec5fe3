import http, { type RefinedParams, type RefinedResponse } from 'k6/http';

import type { PlannedRequest } from '../traffic/traffic';

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
): (request: PlannedRequest) => Sent {
  const paramsOf = new Map<string, RefinedParams<'text'>>();
  const params = ({ brand, bucket }: PlannedRequest): RefinedParams<'text'> => {
    const known = paramsOf.get(bucket);
    if (known !== undefined) return known;
    const made: RefinedParams<'text'> = {
      headers: {
        Authorization: `Bearer ${token}`,
        'X-Popsell-Brand': String(brand),
        'Content-Type': 'application/json',
        Accept: 'application/json',
      },
      tags: { brand: String(brand), bucket },
      timeout: timeoutSeconds * 1_000,
      redirects: 0,
      responseType: 'text',
    };
    paramsOf.set(bucket, made);
    return made;
  };

  return (request) => {
    const url = `${baseUrl}/chat/chatrooms/${request.chatroom}`;
    const body = `{"established_dialogue":"${request.value}"}`;
    const started = Date.now();
    const response = http.patch(url, body, params(request));
    const { blocked, duration } = response.timings;
    // k6 has no timings where no answer came, and a timeout is the longest wait of all.
    const latencyMs = response.status === 0 ? Date.now() - started : blocked + duration;
    return { url, body, response, latencyMs };
  };
}
