import type { ReceivedResponse } from './exchange';

/** The media type of a response without its parameters, in lower case; empty where none is declared. */
export function mediaType(response: ReceivedResponse): string {
  return (response.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/** application/json, or a +json type such as application/problem+json. */
export function declaresJson(response: ReceivedResponse): boolean {
  return /^application\/(json|[\w.-]+\+json)$/.test(mediaType(response));
}
