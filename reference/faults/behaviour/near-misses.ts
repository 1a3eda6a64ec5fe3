import { bearerToken, token } from '../../checks/authentication';
import type { Call } from '../../call';
import { faultsOf, type FaultRow } from '../fault';
import { replacingCheck } from '../hooks';
import { brand, credentials, id, text } from './accepting';

/** A number that a type of so many bits would cut to the one that is meant. */
const cut = (digits: string, bits: bigint): number => Number(BigInt(digits) % 2n ** bits);

function idCut(bits: bigint): FaultRow {
  return [
    `an id is cut to ${bits} bits`,
    [12],
    '404/id/out-of-range',
    replacingCheck(
      'chatroom',
      (honest) => (call) =>
        honest(/^\d+$/.test(call.id) ? withCall(call, { id: String(cut(call.id, bits)) }) : call),
    ),
  ];
}

/** The same call, whose results are the call's own, read in another way. */
function withCall(call: Call, changes: Partial<Call>): Call {
  return new Proxy(call, {
    get: (own, key) => (key in changes ? changes[key as keyof Call] : own[key as keyof Call]),
  });
}

/** Lets a read with {} pass a check that writes do not. */
function readsPass(
  description: string,
  policy: number,
  breaks: string,
  check: 'authentication' | 'permission' | 'brand',
  isOdd: (call: Call) => boolean,
): FaultRow {
  return [
    description,
    [policy],
    breaks,
    replacingCheck(check, (honest) => (call) => {
      if (call.body !== '{}' || !isOdd(call)) return honest(call);
      call.brandId ??= call.store.rooms.get(Number(call.id))?.brandId;
      return undefined;
    }),
  ];
}

const unknownBrand = 'unknown';

/** Input that comes close to what is to be let in, and is not. */
export const nearMissFaults = faultsOf({
  'longer-token-accepted': credentials('the token with more behind it', '401/token/near', (sent) =>
    new RegExp(`^Bearer ${token}.`, 'i').test(sent ?? ''),
  ),
  'shorter-token-accepted': credentials('the beginning of the token', '401/token/near', (sent) => {
    const bearer = bearerToken(sent) ?? '';
    return bearer.length > token.length / 2 && bearer !== token && token.startsWith(bearer);
  }),
  'token-compared-by-length': credentials(
    'any token of the right length',
    '401/token/near',
    (sent) => bearerToken(sent)?.length === token.length && bearerToken(sent) !== token,
  ),
  'token-of-any-case': credentials(
    'the token in any case',
    '401/token/near',
    (sent) => bearerToken(sent)?.toLowerCase() === token.toLowerCase() && bearerToken(sent) !== token,
  ),
  'first-character-of-token-ignored': credentials(
    'a token with another first character',
    '401/token/near',
    (sent) => bearerToken(sent)?.slice(1) === token.slice(1) && bearerToken(sent) !== token,
  ),
  'token-null-accepted': credentials('the token null', '401/token/unknown', (sent) => sent === 'Bearer null'),
  'token-of-every-object-accepted': credentials(
    'a token that is the name of what every object has',
    '401/token/unknown',
    (sent) => sent === 'Bearer toString',
  ),
  'scheme-bearerx-accepted': credentials(
    'the token with a scheme that begins with Bearer',
    '401/token/other-scheme',
    (sent) => new RegExp(`^Bearer\\w+ ${token}$`).test(sent ?? ''),
  ),
  'token-as-a-user-accepted': credentials(
    'the token as the user of Basic',
    '401/token/other-scheme',
    (sent) => sent === `Basic ${Buffer.from(`${token}:`).toString('base64')}`,
  ),
  'scheme-digest-accepted': credentials(
    'the token with the scheme Digest',
    '401/token/other-scheme',
    (sent) => sent === `Digest ${token}`,
  ),
  'unknown-token-in-other-brand': [
    'any token will do for the second brand',
    [13],
    '401/token/unknown',
    replacingCheck(
      'authentication',
      (honest) => (call) =>
        call.headers['x-popsell-brand'] === '4' &&
        bearerToken(call.headers.authorization)?.includes('nobody') === true
          ? undefined
          : honest(call),
    ),
  ],
  'id-read-as-a-script-would': [
    'an id is read as JavaScript reads a number',
    [12],
    ['404/id/text', '404/fuzz/id'],
    replacingCheck(
      'chatroom',
      (honest) => (call) =>
        honest(
          /^(?:0x[\da-f]+|\d+e\d+)$/.test(call.id) ? withCall(call, { id: String(Number(call.id)) }) : call,
        ),
    ),
  ],
  'id-with-text-accepted-in-another-brand': [
    'an id with text behind it is taken in the second brand',
    [12],
    '404/id/trailing-text',
    replacingCheck(
      'chatroom',
      (honest) => (call) =>
        honest(
          call.brandId === 4 && /^\d+[a-z]+$/.test(call.id)
            ? withCall(call, { id: String(parseInt(call.id)) })
            : call,
        ),
    ),
  ],
  'id-in-octal-accepted': [
    'an id is taken in octal',
    [12],
    '404/id/text',
    replacingCheck(
      'chatroom',
      (honest) => (call) =>
        honest(/^0o[0-7]+$/.test(call.id) ? withCall(call, { id: String(Number(call.id)) }) : call),
    ),
  ],
  'bare-token-accepted': credentials(
    'the token without a scheme',
    '401/token/other-scheme',
    (sent) => sent === token,
  ),
  'no-validation-in-one-brand': [
    '200 for any body in the second brand',
    [10],
    [
      '422/body/established_dialogue/text',
      '422/body/established_dialogue/',
      '422/json/',
      'any/answer/in-between-value',
    ],
    replacingCheck('update', (honest) => (call) => {
      const refusal = honest(call);
      return call.brandId === 4 ? undefined : refusal;
    }),
  ],
  'reads-without-token': readsPass(
    'a read needs no token',
    13,
    '401/token/missing',
    'authentication',
    ({ headers }) => headers.authorization === undefined,
  ),
  'reads-without-permission': readsPass(
    'a read needs no permission',
    13,
    '403/token/forbidden',
    'permission',
    () => true,
  ),
  'reads-without-brand': readsPass(
    'a read needs no brand',
    11,
    '422/header/X-Popsell-Brand/missing',
    'brand',
    ({ headers }) => headers['x-popsell-brand'] === undefined,
  ),
  'last-chatroom-for-id-minus-1': [
    "the id -1 stands for a brand's last chatroom",
    [12],
    '404/id/negative',
    replacingCheck('chatroom', (honest) => (call) => {
      const last = [...call.store.rooms.entries()].findLast(([, { brandId }]) => brandId === call.brandId);
      return honest(call.id === '-1' ? withCall(call, { id: String(last?.[0]) }) : call);
    }),
  ],
  'even-chatrooms-of-every-brand': [
    "chatrooms with an even id are every brand's",
    [12],
    ['403/brand/foreign-chatroom', '403/brand/foreign-chatroom-read', '403/brand/foreign-chatroom-state'],
    replacingCheck('chatroom', (honest) => (call) => {
      if (Number(call.id) % 2 === 0)
        call.brandId = call.store.rooms.get(Number(call.id))?.brandId ?? call.brandId;
      return honest(call);
    }),
  ],
  'id-of-32-bits': idCut(32n),
  'id-of-64-bits': idCut(64n),
  'brand-of-32-bits': brand(
    'a brand that 32 bits cannot hold',
    unknownBrand,
    (sent) => /^\d{10}$/.test(sent ?? '') && Number(sent) > 2 ** 32,
  ),
  'brand-of-64-bits': brand('a brand that 64 bits cannot hold', unknownBrand, (sent) =>
    /^\d{20,}$/.test(sent ?? ''),
  ),
  'quoted-brand-accepted': brand('a brand in quotes', 'text', (sent) => /^"\d+"$/.test(sent ?? '')),
  'list-of-brands-accepted': brand('a list of brands', 'text', (sent) => /^\[\d+\]$/.test(sent ?? '')),
  'range-of-brands-accepted': brand('a range of brands', 'text', (sent) => /^\d+-\d+$/.test(sent ?? '')),
  'two-brands-accepted': brand('two brands', 'text', (sent) => /^\d+[; ]\d+$/.test(sent ?? '')),
  'any-brand-star-accepted': brand('a star for a brand', 'text', (sent) => sent === '*'),
  'brand-0-accepted': brand('the brand 0', unknownBrand, (sent) => sent === '0'),
  'two-ids-accepted': id('two ids', 'trailing-text', /^\d+,\d+$/),
  'negative-brand-accepted': brand('the negative of a brand', unknownBrand, (sent) =>
    /^-\d+$/.test(sent ?? ''),
  ),
  'month-0-accepted': text('month 0', 'impossible-day', /^\d{4}-00-/),
  'day-32-accepted': text('day 32', 'impossible-day', /^\d{4}-\d\d-32/),
  'slashes-accepted': text('a date with slashes', 'text', /^\d{4}\/\d\d\/\d\d/),
  'zero-date-accepted': text('the zero date', 'impossible-day', /^0000-00-00/),
  'any-minus-accepted': text('a minus that is no hyphen', 'text', /\u2212/),
  'time-alone-accepted': text('a time alone', 'text', /^\d\d:\d\d:\d\d$/),
  'month-alone-accepted': text('a month alone', 'date-only', /^\d{4}-\d\d$/),
});
