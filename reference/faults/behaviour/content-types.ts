import type { Answer } from '../../answers/answer';
import type { Call } from '../../call';
import { faultsOf, type FaultRow } from '../fault';
import { answering, on, rewriting, withHeaders, type When } from '../hooks';
import { payloadOf } from '../../send';

const page = '<!DOCTYPE html><title>Error</title><h1>Error</h1>';
const html = 'text/html; charset=utf-8';

function declared(type: string, status: number): FaultRow {
  return [
    `${status} declared as ${type}`,
    [5],
    `${status}/header/content-type`,
    withHeaders({ 'content-type': type }, on(status)),
  ];
}

/** Bytes go out as application/octet-stream where no type is declared. */
function undeclared(status: number): FaultRow {
  const bytes = (answer: Answer): Answer => ({
    ...answer,
    headers: {},
    body: Buffer.from(String(payloadOf(answer.body))),
  });
  return [`${status} declared as bytes`, [5], `${status}/header/content-type`, rewriting(on(status), bytes)];
}

/** Several frameworks answer JSON only to a client that asks for it by name. */
const forAnyAccept =
  (...statuses: readonly number[]): When =>
  ({ headers }: Call, { status }) =>
    statuses.includes(status) && !(headers.accept ?? '').includes('json');

function htmlForAnyAccept(status: number): FaultRow {
  return [
    `HTML in a ${status} unless JSON is asked for by name`,
    [21],
    // Accept: text/html is tried too, among the odd requests.
    [`${status}/accept/any`, `${status}/header/content-type`, `${status}/body`],
    answering({ status, headers: { 'content-type': html }, body: page }, forAnyAccept(status)),
  ];
}

function redirect(location: string): Answer {
  return { status: 302, headers: { location, 'content-type': html }, body: page };
}

/** Bodies that are declared wrongly, or depend on what the client accepts. */
export const contentTypeFaults = faultsOf({
  '200-as-html': declared(html, 200),
  '200-as-text': declared('text/plain', 200),
  '200-as-json-api': declared('application/vnd.api+json', 200),
  '200-as-bytes': undeclared(200),
  '401-as-html': declared(html, 401),
  '401-as-bytes': undeclared(401),
  '422-as-html': declared(html, 422),
  '422-as-problem': declared('application/problem+json', 422),
  '422-as-bytes': undeclared(422),
  '401-page': [
    'an HTML page in a 401',
    [5],
    ['401/body', '401/header/content-type'],
    answering({ status: 401, headers: { 'content-type': html }, body: page }, on(401)),
  ],
  '422-page': [
    'an HTML page in a 422',
    [5],
    ['422/body', '422/header/content-type'],
    answering({ status: 422, headers: { 'content-type': html }, body: page }, on(422)),
  ],
  '200-html-for-any-accept': htmlForAnyAccept(200),
  '401-html-for-any-accept': htmlForAnyAccept(401),
  '422-html-for-any-accept': htmlForAnyAccept(422),
  'html-for-a-missing-brand-and-any-accept': [
    'HTML for a missing brand unless JSON is asked for by name',
    [21],
    '422/accept/any',
    answering(
      { status: 422, headers: { 'content-type': html }, body: page },
      (call, answer) => forAnyAccept(422)(call, answer) && call.headers['x-popsell-brand'] === undefined,
    ),
  ],
  'html-in-another-brand-and-any-accept': [
    'HTML in a 422 of the third brand unless JSON is asked for by name',
    [21],
    ['422/accept/any', '422/header/content-type', '422/body'],
    answering(
      { status: 422, headers: { 'content-type': html }, body: page },
      (call, answer) => forAnyAccept(422)(call, answer) && call.brandId === 5,
    ),
  ],
  'html-for-malformed-json-and-any-accept': [
    'HTML for malformed JSON unless JSON is asked for by name',
    [21],
    '422/accept/any',
    answering(
      { status: 422, headers: { 'content-type': html }, body: page },
      (call, answer) => forAnyAccept(422)(call, answer) && call.body === '{"established_dialogue":',
    ),
  ],
  'html-for-an-unknown-token-and-any-accept': [
    'HTML for an unknown token unless JSON is asked for by name',
    [21],
    '401/accept/any',
    answering(
      { status: 401, headers: { 'content-type': html }, body: page },
      (call, answer) => forAnyAccept(401)(call, answer) && call.headers.authorization !== undefined,
    ),
  ],
  '406-without-accept': [
    '406 for a request that has no Accept',
    [15, 21],
    '200/accept/any',
    answering({ status: 406, headers: {}, body: undefined }, ({ headers }) => headers.accept === undefined),
  ],
  '401-redirect-for-any-accept': [
    'a redirect to a login page unless JSON is asked for by name',
    [20, 21],
    '401/accept/any',
    answering(redirect('/login'), forAnyAccept(401)),
  ],
  '422-redirect-for-any-accept': [
    'a redirect back to the form unless JSON is asked for by name',
    [20, 21],
    '422/accept/any',
    answering(redirect('/'), forAnyAccept(422)),
  ],
  '500-for-any-accept': [
    '500 without a token unless JSON is asked for by name',
    [21],
    '401/accept/any',
    answering({ status: 500, headers: { 'content-type': html }, body: page }, forAnyAccept(401)),
  ],
  '406-for-any-accept': [
    '406 unless JSON is asked for by name',
    [15, 21],
    ['200/accept/any', 'any/answer/status'],
    answering({ status: 406, headers: {}, body: undefined }, forAnyAccept(200)),
  ],
});
