import type { Exchange, ReceivedResponse, SentRequest } from '../support/exchange/exchange';

export const noRedaction = (text: string): string => text;

/** A PATCH of chatroom 8 with a token, but for the changes. */
export function aRequest(changes: Partial<SentRequest> = {}): SentRequest {
  return {
    method: 'PATCH',
    url: 'https://api.example.org/v2/chat/chatrooms/8',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: '{}',
    ...changes,
  };
}

/** A 200 of JSON; give `text`, or a `body` to be written as JSON. */
export function aResponse({
  body,
  ...changes
}: Partial<ReceivedResponse> & { readonly body?: unknown } = {}): ReceivedResponse {
  const text = changes.text ?? JSON.stringify(body ?? {});
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    text,
    bytes: Buffer.byteLength(text),
    durationMs: 12.34,
    receivedAtMs: Date.UTC(2024, 0, 1),
    ...changes,
  };
}

export function anExchange(
  response: Parameters<typeof aResponse>[0] = {},
  request: Partial<SentRequest> = {},
): Exchange {
  return { request: aRequest(request), response: aResponse(response) };
}
