import { parseDateTime } from '../../../schemas/formats/date-time';
import { jsonAnswer } from '../../answers/answer';
import { bearerToken, token } from '../../checks/authentication';
import { parseObject } from '../../checks/update';
import { seedChatroom } from '../../store/seed-chatroom';
import { faultsOf, type FaultRow } from '../fault';
import { answering, replacingCheck, sentValue } from '../hooks';
import { body, brand, credentials, id, text, value } from './accepting';

/** Whether a text is JSON: it is if it can be a property's value. */
function isJson(text: string): boolean {
  return parseObject(`{"body":${text}}`) !== undefined;
}

/** Accepts a form that need not be accepted, as another instant than it says. */
function readingWrongly(description: string, form: RegExp, read: (sent: string) => string): FaultRow {
  return [
    description,
    [9, 10],
    'any/answer/in-between-value',
    replacingCheck('update', (honest) => (call) => {
      const sent = sentValue(call);
      if (typeof sent !== 'string' || !form.test(sent)) return honest(call);
      call.value = parseDateTime(read(sent));
      return undefined;
    }),
  ];
}

/** What is to be rejected, and is not. */
export const acceptFaults = faultsOf({
  'boolean-accepted': value('a boolean', 'boolean', (sent) => typeof sent === 'boolean'),
  'number-accepted': value('a number', ['number', 'epoch'], (sent) => typeof sent === 'number'),
  'null-accepted': value('null', 'null', (sent) => sent === null),
  'array-accepted': value('a list', 'array', Array.isArray),
  'object-accepted': value(
    'an object',
    'object',
    (sent) => typeof sent === 'object' && sent !== null && !Array.isArray(sent),
  ),
  'empty-text-accepted': text('an empty text', 'empty', /^$/),
  'other-text-accepted': text('a text without any digit', ['text', 'empty', 'long-text'], /^\D+$/),
  'date-alone-accepted': text('a date alone', 'date-only', /^\d{4}-\d\d-\d\d$/),
  'epoch-text-accepted': text('an epoch as a text', 'epoch', /^\d{9,}$/),
  'impossible-day-accepted': text(
    'days that no calendar has',
    'impossible-day',
    /^\d{4}-(02-3[01]|(04|06|09|11)-31)[T ]/,
  ),
  'json-in-a-text-accepted': [
    'a text that holds a JSON object is taken for the object',
    [10],
    '422/json/scalar',
    replacingCheck('update', (honest) => (call) => {
      const body = /^"\{.*\}"$/.test(call.body) ? String(JSON.parse(call.body)) : call.body;
      const inner = { ...call, body };
      const refusal = honest(inner);
      call.value = inner.value;
      return refusal;
    }),
  ],
  'list-of-null-accepted': value('a list of null', 'array', (sent) => JSON.stringify(sent) === '[null]'),
  'two-date-times-accepted': value(
    'a list of two date-times',
    'array',
    (sent) => Array.isArray(sent) && sent.length === 2,
  ),
  'text-0-accepted': text('the text 0', 'epoch', /^0$/),
  'today-accepted': text('the word today', 'text', /^today$/),
  'date-with-z-accepted': text('a date with Z', 'date-only', /^\d{4}-\d\d-\d\dZ$/),
  'documented-form-unchecked': text(
    'impossible times in the documented form',
    ['impossible-day', 'impossible-time'],
    /^\d{4}-(?:13-\d\d .*|\d\d-\d\d 25.*)$/,
  ),
  'brand-behind-text-accepted': brand('a brand behind a text', 'text', (sent) =>
    /^[a-z]+\d+$/.test(sent ?? ''),
  ),
  'november-31-accepted': text('November 31st', 'impossible-day', /^\d{4}-11-31[T ]/),
  'any-value-accepted': [
    '200 for every value and body that is to be rejected',
    [10],
    ['422/body/established_dialogue/', '422/json/', 'any/answer/in-between-value'],
    replacingCheck('update', (honest) => (call) => {
      honest(call);
      return undefined;
    }),
  ],
  'malformed-json-accepted': body('malformed JSON', 'malformed', (sent) => sent !== '' && !isJson(sent)),
  'array-body-accepted': body('a list as the body', 'array', (sent) => /^\[.*\]$/s.test(sent)),
  'text-body-accepted': body('a text as the body', 'scalar', (sent) => /^".*"$/s.test(sent)),
  'null-body-accepted': body('null as the body', 'null', (sent) => sent === 'null'),
  'missing-brand-accepted': brand('no brand', 'missing', (sent) => sent === undefined),
  'empty-brand-accepted': brand('an empty brand', 'empty', (sent) => sent === ''),
  'text-brand-accepted': brand('a brand that is a text', 'text', (sent) => /^[a-z]+$/i.test(sent ?? '')),
  'decimal-brand-accepted': brand('a decimal brand', 'decimal', (sent) => /^\d+\.\d+$/.test(sent ?? '')),
  'brand-with-text-accepted': brand('a brand with text behind it', 'trailing-text', (sent) =>
    /^\d+[a-z]+$/i.test(sent ?? ''),
  ),
  'unknown-brand-accepted': brand(
    'an unknown brand',
    'unknown',
    (sent) => /^\d+$/.test(sent ?? '') && Number(sent) > 5,
  ),
  'id-with-text-accepted': id('an id with text behind it', 'trailing-text', /^\d+[a-z]+$/i),
  'negative-id-accepted': id('the negative of an id', 'negative', /^-\d+$/),
  'unknown-chatroom-accepted': [
    'makes up an unknown chatroom',
    [12],
    '404/chatroom/unknown',
    ({ checks }) => ({
      checks: {
        ...checks,
        chatroom: (call) => {
          if (/^\d{6,9}$/.test(call.id))
            call.chatroom = { ...seedChatroom(1, call.brandId ?? 0), id: Number(call.id) };
          return call.chatroom === undefined ? checks.chatroom(call) : undefined;
        },
      },
    }),
  ],
  'unknown-chatroom-empty-200': [
    '200 with null for an unknown chatroom',
    [12],
    ['404/chatroom/unknown', '404/id/', '200/body'],
    answering(jsonAnswer(200, null), (_call, { status }) => status === 404),
  ],
  'missing-token-accepted': credentials(
    'no token',
    ['401/token/missing', '401/before/'],
    (sent) => sent === undefined,
  ),
  'unknown-token-accepted': credentials(
    'any bearer token',
    ['401/token/unknown', '401/token/near'],
    (sent) => bearerToken(sent) !== undefined && bearerToken(sent) !== token,
  ),
  'other-scheme-accepted': credentials('another scheme', '401/token/other-scheme', (sent) =>
    /^(?!bearer)\w+ /i.test(sent ?? ''),
  ),
  'any-credentials-accepted': credentials(
    'whatever Authorization says',
    ['401/token/', '401/before/'],
    () => true,
  ),
  'forbidden-token-accepted': [
    '200 for a token without permission',
    [13],
    '403/token/forbidden',
    replacingCheck('permission', () => () => undefined),
  ],
  'basic-format-in-local-time': readingWrongly(
    'the basic format is read two hours off',
    /^\d{8}T\d{6}Z$/,
    (sent) => sent.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6+02:00'),
  ),
  'year-1-read-as-1901': readingWrongly(
    'a year below 100 is read as one of the 20th century',
    /^00\d\d-[01][1-9]-/,
    (sent) => sent.replace(/^00/, '19'),
  ),
  'no-seconds-read-wrongly': readingWrongly(
    'without seconds, the minutes are taken for them',
    /T\d\d:\d\dZ$/,
    (sent) => sent.replace(/T(\d\d):(\d\d)Z$/, 'T00:$1:$2Z'),
  ),
  'local-time-without-offset': readingWrongly(
    'T without an offset is read as UTC+2',
    /T\d\d:\d\d:\d\d$/,
    (sent) => `${sent}+02:00`,
  ),
  'blank-before-loses-time': readingWrongly(
    'a value behind a blank loses its time',
    /^ \d/,
    (sent) => `${sent.trim().slice(0, 10)}T00:00:00Z`,
  ),
});
