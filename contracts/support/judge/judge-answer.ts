import type { Chatroom } from '../../../schemas/generated/types';
import { bodySchemas, type StatusWithBody } from '../../obligations/body-obligations';
import { declaresJson, mediaType } from '../exchange/media-type';
import type { Exchange, ReceivedResponse } from '../exchange/exchange';
import { parseJson, type ParsedJson } from '../exchange/parse-json';
import { parseHttpDate } from '../http/http-date';
import { judgeBodySchema } from './body-schema';
import { broken, held, type Finding } from './finding';
import { hideSecrets, judgeInternals } from './internals';
import { judgeOnline } from './online';
import { judgeOwnIds } from './own-ids';

/** What a judge needs to know beside the exchange. */
export interface AnswerContext {
  /** The id in the path, where it was a plain integer. */
  readonly chatroom?: number | undefined;
  /** Tokens that no answer may show. */
  readonly secrets: readonly string[];
}

/**
 * Judges what every answer owes, whatever the request was for: a whole answer, the body of its
 * status, no internals. Whether the status was the right one is the spec's business.
 */
export function judgeAnswer(exchange: Exchange, context: AnswerContext): Finding[] {
  const { request, response, failure } = exchange;
  if (response === undefined) {
    return [
      broken({
        obligation: 'any/answer/complete',
        cause: failure?.cause ?? 'unknown',
        message: `no whole answer: ${failure?.message ?? 'unknown cause'}`,
        received: failure?.status === undefined ? 'nothing' : `status ${failure.status} without a whole body`,
        documented: 'a whole answer in time, of at most 10 MB',
      }),
    ];
  }
  // What findings quote is cut, and half a token would escape the redaction of whole ones.
  const quotable = { ...response, text: hideSecrets(response.text, context.secrets) };
  return [
    held('any/answer/complete'),
    ...judgeInternals(request, response, context.secrets),
    ...(response.status in bodySchemas
      ? judgeDocumentedBody(response.status as StatusWithBody, quotable, context)
      : judgeFreeBody(quotable)),
  ];
}

function judgeDocumentedBody(
  status: StatusWithBody,
  response: ReceivedResponse,
  context: AnswerContext,
): Finding[] {
  const parsed = parseBody(response);
  const contentType = judgeContentType(status, response);
  if (!parsed.ok) return [contentType, doesNotParse(`${status}/body`, response, parsed.error)];
  const schema = judgeBodySchema(status, parsed.value);
  if (
    status !== 200 ||
    Array.isArray(parsed.value) ||
    typeof parsed.value !== 'object' ||
    parsed.value === null
  ) {
    return [contentType, ...schema];
  }
  const chatroom = parsed.value as Partial<Chatroom>;
  const ids = context.chatroom === undefined ? [] : judgeOwnIds(chatroom, context.chatroom);
  return [contentType, ...schema, ...ids, ...judgeOnline(chatroom, dateOf(response))];
}

function judgeContentType(status: StatusWithBody, response: ReceivedResponse): Finding {
  const obligation = `${status}/header/content-type`;
  if (mediaType(response) === 'application/json') return held(obligation);
  const received = response.headers['content-type'] ?? 'absent';
  return broken({
    obligation,
    cause: 'content-type',
    message: `the Content-Type of a ${status} is ${received}`,
    received,
    documented: 'application/json',
  });
}

/** 403 and 404 document no body, but what declares itself JSON must be (ledger entry 14). */
function judgeFreeBody(response: ReceivedResponse): Finding[] {
  if (response.status !== 403 && response.status !== 404) return [];
  const obligation = `${response.status}/body/parses`;
  if (!declaresJson(response) || response.text === '') return [held(obligation)];
  const parsed = parseBody(response);
  return [parsed.ok ? held(obligation) : doesNotParse(obligation, response, parsed.error)];
}

/** JSON that goes from one system to another is UTF-8, whatever a charset says (RFC 8259, 8.1). */
function parseBody({ text, isNotUtf8 }: ReceivedResponse): ParsedJson {
  return isNotUtf8 === true ? { ok: false, error: 'it has bytes that are no UTF-8' } : parseJson(text);
}

function doesNotParse(obligation: string, response: ReceivedResponse, error: string): Finding {
  return broken({
    obligation,
    cause: response.text === '' ? 'empty' : 'not-json',
    message: response.text === '' ? 'the body is empty' : `the body does not parse as JSON: ${error}`,
    pointer: '',
    received: response.text === '' ? 'an empty body' : response.text.slice(0, 200),
    documented: 'JSON',
  });
}

/** The clock of the API; ours only where it sends none. */
function dateOf(response: ReceivedResponse): number {
  return parseHttpDate(response.headers['date'] ?? '') ?? response.receivedAtMs;
}
