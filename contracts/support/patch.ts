import type { SentRequest } from './exchange/exchange';
import { room, type Room } from './rooms';
import { suite } from './suite';

/** What a spec varies of a PATCH; everything left out is as a correct client sends it. */
export interface PatchVariation {
  readonly room?: Room | undefined;
  /** The path segment in place of the chatroom's id. */
  readonly id?: string | undefined;
  /** The whole Authorization header; null: none. */
  readonly authorization?: string | null;
  /** X-Popsell-Brand; null: none; an array is sent as repeated headers. */
  readonly brand?: string | null | readonly string[];
  /** An object is sent as JSON, a string as it is; null: no body. */
  readonly body?: object | string | null;
  /** null: none. */
  readonly contentType?: string | null;
  /** null: none. */
  readonly accept?: string | null;
  /** True: the names of headers in lower case, as HTTP/2 has them; otherwise as the documentation writes them. */
  readonly lowerCaseNames?: boolean;
}

export function bearer(token: string): string {
  return `Bearer ${token}`;
}

/** Builds the request of a variation; by default `{}`, which reads (ledger entry 9). */
export function patch(variation: PatchVariation): SentRequest {
  const { brand, chatroom } = variation.room ?? room;
  const body = variation.body === undefined ? {} : variation.body;
  const headers = {
    Accept: variation.accept === undefined ? 'application/json' : variation.accept,
    'Accept-Encoding': 'gzip, deflate, br',
    Authorization:
      variation.authorization === undefined ? bearer(suite.target.token) : variation.authorization,
    'Content-Type': variation.contentType === undefined ? 'application/json' : variation.contentType,
    'X-Popsell-Brand': variation.brand === undefined ? String(brand) : variation.brand,
  };
  return {
    method: 'PATCH',
    url: `${suite.target.baseUrl}/chat/chatrooms/${variation.id ?? String(chatroom)}`,
    headers: Object.fromEntries(
      Object.entries(headers).flatMap(([name, value]) =>
        value === null ? [] : [[variation.lowerCaseNames === true ? name.toLowerCase() : name, value]],
      ),
    ),
    body: body === null ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
  };
}
