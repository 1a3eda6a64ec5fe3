import type { Answer } from '../../answers/answer';
import { faultsOf } from '../fault';
import { on, rewriting, rewritingBody, sentValue } from '../hooks';
import { payloadOf } from '../../send';

/** Sends a text in place of the JSON, declared as JSON all the same. */
const asText =
  (rewrite: (json: string) => string) =>
  (answer: Answer): Answer => ({ ...answer, body: rewrite(String(payloadOf(answer.body))) });

const without = (answer: Answer): Answer => ({ ...answer, body: undefined });

/** The promises of a 422 that names what is wrong. */
const naming = ['422/body/established_dialogue/', '422/header/X-Popsell-Brand/'];

/** JSON of another shape than documented, or none. */
export const shapeFaults = faultsOf({
  'array-of-one': [
    'a list of one chatroom, as in the response example',
    [1],
    '200/body',
    rewriting(on(200), (answer) => ({ ...answer, body: [answer.body] })),
  ],
  'wrapped-in-data': [
    'the chatroom under a key data',
    [5],
    '200/body/',
    rewriting(on(200), (answer) => ({ ...answer, body: { data: answer.body } })),
  ],
  'text-of-json': [
    'the JSON encoded twice',
    [5],
    '200/body',
    rewriting(
      on(200),
      asText((json) => JSON.stringify(json)),
    ),
  ],
  'null-body': [
    'null in place of the chatroom',
    [5],
    '200/body',
    rewriting(
      on(200),
      asText(() => 'null'),
    ),
  ],
  'empty-object': [
    '{} in place of the chatroom',
    [5],
    '200/body/',
    rewriting(
      on(200),
      asText(() => '{}'),
    ),
  ],
  '200-without-body': ['200 without a body', [5], '200/body', rewriting(on(200), without)],
  '401-without-body': ['401 without a body', [5], '401/body', rewriting(on(401), without)],
  '422-without-body': ['422 without a body', [5], '422/body', rewriting(on(422), without)],
  '401-as-text': [
    '401 with a text in place of an object',
    [5],
    '401/body',
    rewriting(
      on(401),
      asText(() => '"Unauthorized."'),
    ),
  ],
  '422-as-list': [
    '422 with a list of messages in place of an object',
    [5, 10],
    '422/body',
    rewriting(
      on(422),
      asText(() => '["Invalid."]'),
    ),
  ],
  'warning-before-json': [
    "the server's warning before the JSON",
    [5],
    '200/body',
    rewriting(
      on(200),
      asText((json) => `<br />\n<b>Warning</b>: Undefined index<br />\n${json}`),
    ),
  ],
  'trailing-comma': [
    'JSON with a trailing comma',
    [5],
    '200/body',
    rewriting(
      on(200),
      asText((json) => json.replace(/\}$/, ',}')),
    ),
  ],
  'single-quotes': [
    'single quotes in place of double ones',
    [5],
    '200/body',
    rewriting(
      on(200),
      asText((json) => json.replaceAll('"', "'")),
    ),
  ],
  '403-broken-json': [
    '403 that is declared as JSON and is none',
    [14],
    '403/body/parses',
    rewriting(
      on(403),
      asText(() => '{"message":'),
    ),
  ],
  '404-broken-json': [
    '404 that is declared as JSON and is none',
    [14],
    '404/body/parses',
    rewriting(
      on(404),
      asText(() => 'Not found'),
    ),
  ],
  '422-other-field': [
    'errors names another field than the wrong one',
    [10, 11],
    naming,
    rewritingBody(on(422), (body) => ({ ...body, errors: { name: ['Required.'] } })),
  ],
  '422-literal-field': [
    'errors has a key "field", as in the response example, and no other',
    [10, 11],
    naming,
    rewritingBody(on(422), (body) => ({ ...body, errors: { field: ['Required.'] } })),
  ],
  '422-no-errors': [
    'errors is empty',
    [10, 11],
    naming,
    rewritingBody(on(422), (body) => ({ ...body, errors: {} })),
  ],
  'value-echoed': [
    'the value is answered as it was sent, also in the documented form, which is not RFC 3339',
    [3],
    '200/body/established_dialogue',
    rewritingBody(on(200), (body, call) => ({
      ...body,
      established_dialogue: sentValue(call) ?? body['established_dialogue'],
    })),
  ],
});
