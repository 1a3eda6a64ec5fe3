import { STATUS_CODES } from 'node:http';

import type { RecordedExchange, RecordedHeaders, Violation } from '../../schemas/generated/types';
import type { LoggedExchange } from '../support/evidence/exchange-log';

/** HTTP Archive 1.2, as browsers' developer tools import it. */
export interface Har {
  readonly log: {
    readonly version: '1.2';
    readonly creator: { readonly name: string; readonly version: string };
    readonly comment: string;
    readonly entries: readonly HarEntry[];
  };
}

type HarEntry = ReturnType<typeof entryOf>;

/** More than a thorough run has. */
const otherEntries = 3_000;

/**
 * A run's exchanges as an archive, by time: those that show a violation, and the first 3,000 others. They come redacted
 * and with their bodies cut.
 */
export function harOf(
  logged: readonly LoggedExchange[],
  violations: readonly Violation[],
  startedAt: string,
): Har {
  const shown = new Map<string, string[]>();
  for (const { obligation, exchange } of violations) {
    const key = JSON.stringify(exchange);
    shown.set(key, [...(shown.get(key) ?? []), obligation]);
  }
  const all = logged.map((one) => ({ ...one, key: JSON.stringify(one.exchange) }));
  const known = new Set(all.map(({ key }) => key));
  const unlogged = [...shown.keys()].filter((key) => !known.has(key));
  const kept = [
    ...unlogged.map((key) => ({ startedAt, exchange: JSON.parse(key) as RecordedExchange, key })),
    ...all.filter(({ key }) => shown.has(key)),
    ...all.filter(({ key }) => !shown.has(key)).slice(0, otherEntries),
  ].sort((one, other) => (one.startedAt < other.startedAt ? -1 : Number(one.startedAt > other.startedAt)));
  const entries = kept.map((one) => entryOf(one, shown.get(one.key) ?? []));
  const comment = `${entries.length} exchanges of a contract run: those that show a violation, and at most ${otherEntries} others. Tokens are replaced, bodies cut at 4 kB.`;
  return {
    log: { version: '1.2', creator: { name: 'popsell-chatroom-suite', version: '1' }, comment, entries },
  };
}

function entryOf({ startedAt, exchange }: LoggedExchange, obligations: readonly string[]) {
  const { request, response, error } = exchange;
  const timeMs = response?.durationMs ?? 0;
  const notes = [
    ...(obligations.length === 0 ? [] : [`violates ${[...new Set(obligations)].join(', ')}`]),
    ...(error === undefined ? [] : [`no whole answer: ${error}`]),
  ];
  return {
    startedDateTime: startedAt,
    time: timeMs,
    request: requestOf(request),
    response: responseOf(response),
    cache: {},
    timings: { send: 0, wait: timeMs, receive: 0 },
    ...(notes.length === 0 ? {} : { comment: notes.join('; ') }),
  };
}

function requestOf({ method, url, headers, body }: RecordedExchange['request']) {
  const query = URL.canParse(url) ? [...new URL(url).searchParams] : [];
  return {
    method,
    url,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: headersOf(headers),
    queryString: query.map(([name, value]) => ({ name, value })),
    ...(body === null
      ? {}
      : { postData: { mimeType: headers['Content-Type'] ?? headers['content-type'] ?? '', text: body } }),
    headersSize: -1,
    bodySize: body === null ? 0 : Buffer.byteLength(body),
  };
}

/** Status 0 is how browsers write a request that got no answer. */
function responseOf(response: RecordedExchange['response']) {
  const { status = 0, headers = {}, body = '', bodyBytes = 0 } = response ?? {};
  const isCut = /… \(\d+ characters more\)$/.test(body);
  return {
    status,
    statusText: STATUS_CODES[status] ?? '',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: headersOf(headers),
    content: {
      size: Buffer.byteLength(body),
      mimeType: headers['content-type'] ?? '',
      text: body,
      ...(isCut ? { comment: 'cut at 4 kB' } : {}),
    },
    redirectURL: headers['location'] ?? '',
    headersSize: -1,
    bodySize: bodyBytes,
  };
}

function headersOf(headers: RecordedHeaders): { name: string; value: string }[] {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}
