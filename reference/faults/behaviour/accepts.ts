import { forbidden, jsonAnswer } from '../../answers/answer';
import type { Call } from '../../call';
import { bearerToken, token } from '../../checks/authentication';
import { seedChatroom } from '../../store/seed-chatroom';
import { faultsOf, type FaultRow } from '../fault';
import { answering, replacingCheck, sentValue } from '../hooks';

/** A value that is to be rejected is ignored: 200, and nothing changes. */
function value(description: string, odd: (value: unknown) => boolean): FaultRow {
  return [
    `200 for ${description}`,
    [10],
    '422/established_dialogue',
    replacingCheck('update', (honest) => (call) => (odd(sentValue(call)) ? undefined : honest(call))),
  ];
}

const text = (description: string, pattern: RegExp): FaultRow =>
  value(description, (sent) => typeof sent === 'string' && pattern.test(sent));

function body(description: string, odd: (body: string) => boolean): FaultRow {
  return [
    `200 for ${description}`,
    [10],
    '422/body',
    replacingCheck('update', (honest) => (call) => (odd(call.body) ? undefined : honest(call))),
  ];
}

/** A brand header that is to be rejected stands for the chatroom's own brand. */
function brand(description: string, odd: (text: string | undefined) => boolean): FaultRow {
  const ownBrand = ({ id, store }: Call): number | undefined => store.rooms.get(Number(id))?.brandId;
  return [
    `200 for ${description}`,
    [11],
    '422/header/X-Popsell-Brand',
    replacingCheck('brand', (honest) => (call) => {
      if (!odd(call.headers['x-popsell-brand'] as string | undefined)) return honest(call);
      call.brandId = ownBrand(call);
      return undefined;
    }),
  ];
}

/** An id that is to be refused stands for the chatroom whose id it begins with. */
function id(description: string, pattern: RegExp): FaultRow {
  return [
    `200 for ${description}`,
    [12],
    '404/id',
    replacingCheck('chatroom', (honest) => (call) => {
      const room = pattern.test(call.id) ? call.store.rooms.get(Math.abs(parseInt(call.id))) : undefined;
      if (room === undefined) return honest(call);
      if (room.brandId !== call.brandId) return forbidden();
      call.chatroom = room;
      return undefined;
    }),
  ];
}

function credentials(description: string, odd: (authorization: string | undefined) => boolean): FaultRow {
  return [
    `200 for ${description}`,
    [13],
    '401/token',
    replacingCheck(
      'authentication',
      (honest) => (call) => (odd(call.headers.authorization) ? undefined : honest(call)),
    ),
  ];
}

/** What is to be rejected, and is not. */
export const acceptFaults = faultsOf({
  'boolean-accepted': value('a boolean', (sent) => typeof sent === 'boolean'),
  'number-accepted': value('a number', (sent) => typeof sent === 'number'),
  'null-accepted': value('null', (sent) => sent === null),
  'array-accepted': value('a list', Array.isArray),
  'object-accepted': value(
    'an object',
    (sent) => typeof sent === 'object' && sent !== null && !Array.isArray(sent),
  ),
  'empty-text-accepted': text('an empty text', /^$/),
  'other-text-accepted': text('a text without any digit', /^\D+$/),
  'date-alone-accepted': text('a date alone', /^\d{4}-\d\d-\d\d$/),
  'epoch-text-accepted': text('an epoch as a text', /^\d{9,}$/),
  'impossible-day-accepted': text('days that no calendar has', /^\d{4}-(02-(29|30|31)|(04|06|09|11)-31)[T ]/),
  'any-value-accepted': value('every value', () => true),
  'malformed-json-accepted': body(
    'malformed JSON',
    (sent) => /^\s*\{[^}]*$|^\w/.test(sent) && sent !== 'null',
  ),
  'empty-body-accepted': body('an empty body', (sent) => sent === ''),
  'array-body-accepted': body('a list as the body', (sent) => /^\[.*\]$/s.test(sent)),
  'text-body-accepted': body('a text as the body', (sent) => /^".*"$/s.test(sent)),
  'null-body-accepted': body('null as the body', (sent) => sent === 'null'),
  'missing-brand-accepted': brand('no brand', (sent) => sent === undefined),
  'empty-brand-accepted': brand('an empty brand', (sent) => sent === ''),
  'text-brand-accepted': brand('a brand that is a text', (sent) => /^[a-z]+$/i.test(sent ?? '')),
  'decimal-brand-accepted': brand('a decimal brand', (sent) => /^\d+\.\d+$/.test(sent ?? '')),
  'brand-with-text-accepted': brand('a brand with text behind it', (sent) => /^\d+[a-z]+$/i.test(sent ?? '')),
  'unknown-brand-accepted': brand('an unknown brand', (sent) => /^\d+$/.test(sent ?? '') && Number(sent) > 5),
  'id-with-text-accepted': id('an id with text behind it', /^\d+[a-z]+$/i),
  'negative-id-accepted': id('the negative of an id', /^-\d+$/),
  'unknown-chatroom-accepted': [
    'makes up an unknown chatroom',
    [12],
    '404/chatroom',
    ({ checks }) => ({
      checks: {
        ...checks,
        chatroom: (call) => {
          if (/^\d{6,9}$/.test(call.id)) call.chatroom = seedChatroom(Number(call.id), call.brandId ?? 0);
          return call.chatroom === undefined ? checks.chatroom(call) : undefined;
        },
      },
    }),
  ],
  'unknown-chatroom-empty-200': [
    '200 with null for an unknown chatroom',
    [12],
    '404/chatroom',
    answering(jsonAnswer(200, null), (_call, { status }) => status === 404),
  ],
  'missing-token-accepted': credentials('no token', (sent) => sent === undefined),
  'unknown-token-accepted': credentials(
    'any bearer token',
    (sent) => bearerToken(sent) !== undefined && bearerToken(sent) !== token,
  ),
  'other-scheme-accepted': credentials('another scheme', (sent) => /^(?!bearer)\w+ /i.test(sent ?? '')),
  'any-credentials-accepted': credentials('whatever Authorization says', () => true),
  'forbidden-token-accepted': [
    '200 for a token without permission',
    [13],
    '403/token',
    replacingCheck('permission', () => () => undefined),
  ],
});
