import {
  forbidden,
  jsonAnswer,
  notFound,
  unauthorized,
  unprocessable,
  type Answer,
} from '../../answers/answer';
import { bearerToken, forbiddenToken } from '../../checks/authentication';
import { faultsOf } from '../fault';
import { always, answering, on, replacingCheck, rewriting, sentValue, withStatus, type When } from '../hooks';

const forbiddenTokenSent: When = ({ headers }, { status }) =>
  status === 403 && bearerToken(headers.authorization) === forbiddenToken;
const unknownBrand: When = ({ headers, brandId }, { status }) =>
  status === 403 && brandId === undefined && bearerToken(headers.authorization) !== forbiddenToken;
const unknownRoom: When = ({ id }, { status }) => status === 404 && /^\d{1,15}$/.test(id);
const badId: When = ({ id }, { status }) => status === 404 && !/^\d{1,15}$/.test(id);
const noBrand: When = ({ headers }, { status }) => status === 422 && headers['x-popsell-brand'] === undefined;
const badBrand: When = ({ brandId }, { status }) => status === 422 && brandId === undefined;
const sameValue: When = ({ body }, { status }) => status === 200 && body === '{}';

const unknownBrandId = '422/header/X-Popsell-Brand/unknown';
/** What a plain PATCH, or {}, is owed, and so most that begins with one. */
const acceptance = [
  '200/status',
  '200/empty-body/status',
  '200/value/every-brand',
  '200/date-time/',
  'any/answer/status',
];
const refusals = [
  '422/body/established_dialogue/',
  '422/header/X-Popsell-Brand/',
  '422/json/',
  'any/answer/status',
  'any/answer/in-between-value',
];
/** Everything that is about the right status. */
const anyStatus = [
  ...acceptance,
  ...refusals,
  '401/token/',
  '401/before/',
  '403/token/',
  '403/brand/',
  '404/',
];

function limited(): Answer {
  const answer = jsonAnswer(429, { message: 'Too Many Requests' });
  return { ...answer, headers: { ...answer.headers, 'retry-after': '0' } };
}

/** The wrong status for one case, everything else as documented. */
export const statusFaults = faultsOf({
  '400-for-422': ['400 where 422 is documented', [15], refusals, withStatus(400, on(422))],
  '403-for-401': ['403 without a token', [13], ['401/token/', '401/before/'], withStatus(403, on(401))],
  '404-for-401': ['404 without a token', [13], ['401/token/', '401/before/'], answering(notFound(), on(401))],
  '401-for-forbidden-token': [
    '401 for a token without permission',
    [13],
    '403/token/forbidden',
    answering(unauthorized(), forbiddenTokenSent),
  ],
  '404-for-forbidden-token': [
    '404 for a token without permission',
    [13],
    '403/token/forbidden',
    answering(notFound(), forbiddenTokenSent),
  ],
  '400-for-unknown-brand': [
    '400 for an unknown brand',
    [11],
    [unknownBrandId, 'any/answer/status'],
    withStatus(400, unknownBrand),
  ],
  '401-for-unknown-brand': [
    '401 for an unknown brand',
    [11],
    unknownBrandId,
    answering(unauthorized(), unknownBrand),
  ],
  '403-for-unknown-chatroom': [
    '403 for an unknown chatroom',
    [12],
    '404/chatroom/unknown',
    answering(forbidden(), unknownRoom),
  ],
  '422-for-unknown-chatroom': [
    '422 for an unknown chatroom',
    [12],
    '404/chatroom/unknown',
    answering(unprocessable('id', 'The selected id is invalid.'), unknownRoom),
  ],
  '400-for-unknown-chatroom': [
    '400 for an unknown chatroom',
    [12, 15],
    ['404/chatroom/unknown', 'any/answer/status'],
    withStatus(400, unknownRoom),
  ],
  '400-for-bad-id': [
    '400 for an id that is no integer',
    [12],
    ['404/id/', 'any/answer/status'],
    withStatus(400, badId),
  ],
  '400-for-missing-brand': [
    '400 without a brand',
    [11, 15],
    '422/header/X-Popsell-Brand/missing',
    withStatus(400, noBrand),
  ],
  '403-for-missing-brand': [
    '403 without a brand',
    [11],
    '422/header/X-Popsell-Brand/missing',
    answering(forbidden(), noBrand),
  ],
  '404-for-bad-brand': [
    '404 for a brand that is no integer',
    [11],
    '422/header/X-Popsell-Brand/',
    answering(notFound(), badBrand),
  ],
  '401-for-422': ['401 for invalid input', [10, 11], refusals, answering(unauthorized(), on(422))],
  '201-for-200': ['201 where 200 is documented', [15], acceptance, withStatus(201, on(200))],
  '202-for-200': ['202 where 200 is documented', [15], acceptance, withStatus(202, on(200))],
  '204-for-200': [
    '204 without a body where 200 is documented',
    [15],
    acceptance,
    answering({ status: 204, headers: {}, body: undefined }, on(200)),
  ],
  '304-for-no-change': [
    '304 where {} changes nothing',
    [9, 15],
    ['200/empty-body/status', 'any/answer/status'],
    answering({ status: 304, headers: {}, body: undefined }, sameValue),
  ],
  '409-for-same-value': [
    '409 where the value is as it was',
    [15],
    '200/status',
    (behaviour) => {
      const values = new Map<string, unknown>();
      const repeats: When = (call, { status }) => {
        const before = values.get(call.id);
        if (status === 200 && sentValue(call) !== undefined) values.set(call.id, sentValue(call));
        return status === 200 && before !== undefined && before === sentValue(call);
      };
      return answering(jsonAnswer(409, { message: 'Conflict' }), repeats)(behaviour);
    },
  ],
  'redirect-302': [
    'a redirect to a signed URL in place of a 200',
    [20],
    acceptance,
    answering({ status: 302, headers: { location: '/api/v3' }, body: undefined }, on(200)),
  ],
  'redirect-308': [
    'a permanent redirect in place of a 200',
    [20],
    acceptance,
    answering({ status: 308, headers: { location: '/api/v3' }, body: undefined }, on(200)),
  ],
  '503-now-and-then': [
    '503 for every tenth request',
    [15],
    ['200/', '401/', '403/', '404/', '422/', 'any/'],
    (behaviour) => {
      let requests = 0;
      const tenth: When = () => ++requests % 10 === 0;
      return rewriting(tenth, () => jsonAnswer(503, { message: 'Service Unavailable' }))(behaviour);
    },
  ],
  '429-for-401': [
    '429 in place of every 401, to be sent again at once',
    [13, 15],
    ['401/token/', '401/before/'],
    rewriting(on(401), limited),
  ],
  '429-for-422': [
    '429 in place of every 422, to be sent again at once',
    [10, 15],
    [...refusals, 'any/order/'],
    rewriting(on(422), limited),
  ],
  '429-for-invalid-values': [
    '429 in place of every 422 for a value, to be sent again at once',
    [10, 15],
    ['422/body/established_dialogue/', '422/fuzz/established_dialogue'],
    rewriting(
      (call, { status }) => status === 422 && call.brandId !== undefined && sentValue(call) !== undefined,
      limited,
    ),
  ],
  '422-for-unknown-chatroom-of-a-brand': [
    '422 for an unknown chatroom in one brand',
    [12],
    '404/chatroom/unknown',
    rewriting(
      ({ brandId }, { status }) => status === 404 && brandId === 4,
      () => unprocessable('id', 'Unknown.'),
    ),
  ],
  '429-for-writes': [
    '429 in place of the 200 of every PATCH that changes something',
    [15],
    acceptance,
    replacingCheck(
      'update',
      (honest) => (call) => honest(call) ?? (call.value === undefined ? undefined : limited()),
    ),
  ],
  'every-request-401': ['401 for everything', [13], [], answering(unauthorized(), always)],
  'every-request-403': ['403 for everything', [13], [], answering(forbidden(), always)],
  'every-request-404': ['404 for everything', [12], [], answering(notFound(), always)],
  'every-request-422': [
    '422 for everything',
    [10],
    anyStatus,
    answering(unprocessable('established_dialogue', 'Invalid.'), always),
  ],
  'every-request-500': [
    '500 for everything',
    [15],
    anyStatus,
    answering(jsonAnswer(500, { message: 'Server Error' }), always),
  ],
});
