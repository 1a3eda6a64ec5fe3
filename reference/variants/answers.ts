import { notFound, unauthorized, unprocessable } from '../answers/answer';
import { presentChatroom } from '../answers/present-chatroom';
import type { Call } from '../call';
import { bearerToken, forbiddenToken } from '../checks/authentication';
import { answering, inOrder, on, replacingCheck, rewriting, sentValue, type When } from '../faults/hooks';
import { parseDateTime } from '../../schemas/formats/date-time';
import { variantsOf } from './variant';

const ofBrand: When = ({ headers }, { status }) =>
  status === 403 && bearerToken(headers.authorization) !== forbiddenToken;
const unknownBrand: When = (call, answer) => ofBrand(call, answer) && call.brandId === undefined;
const foreignRoom: When = (call, answer) => ofBrand(call, answer) && call.brandId !== undefined;
const badId: When = ({ id }, { status }) => status === 404 && !/^\d{1,15}$/.test(id);

const page = '<!DOCTYPE html><title>Error</title><h1>Not here</h1>';
const isJsonType = ({ headers }: Call): boolean => (headers['content-type'] ?? '').includes('json');

function inLatinDigits(id: string): string {
  return id.replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660));
}

/** RFC 3339 with what is commonly left out put back. */
function complete(text: string): string {
  const colon = text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2').replace(' ', 'T');
  return /(Z|[+-]\d\d:\d\d)$/i.test(colon) ? colon : `${colon}Z`;
}

/** Where the policy allows several statuses, or says nothing of a body. */
export const answerVariants = variantsOf({
  'foreign-404': ['404 for a chatroom of another brand', [12], answering(notFound(), foreignRoom)],
  'unknown-brand-404': ['404 for an unknown brand', [11], answering(notFound(), unknownBrand)],
  'unknown-brand-422': [
    '422 for an unknown brand',
    [11],
    answering(unprocessable('X-Popsell-Brand', 'The selected brand is invalid.'), unknownBrand),
  ],
  'bad-id-422': [
    '422 for an id that is no integer',
    [12],
    answering(unprocessable('id', 'The id must be an integer.'), badId),
  ],
  'forms-in-between': [
    'date forms between RFC 3339 and the documented one are taken as the right instant',
    [10],
    replacingCheck('update', (honest) => (call) => {
      const sent = sentValue(call);
      const isDateAndTime = typeof sent === 'string' && /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d/.test(sent);
      call.value = isDateAndTime ? parseDateTime(complete(sent)) : undefined;
      return call.value === undefined ? honest(call) : undefined;
    }),
  ],
  'empty-refusals': [
    '403 and 404 without a body',
    [14],
    rewriting(on(403, 404), ({ status }) => ({ status, headers: {}, body: undefined })),
  ],
  'refusals-show-the-chatroom': [
    "a 403 for another brand's chatroom shows it: a notice",
    [14],
    rewriting(on(403), (answer, { id, store, nowMs }) => {
      const room = store.rooms.get(Number(id));
      return room === undefined
        ? answer
        : { ...answer, body: { message: 'Forbidden.', chatroom: presentChatroom(room, nowMs) } };
    }),
  ],
  'html-refusals': [
    '403 and 404 with an HTML page',
    [14],
    rewriting(on(403, 404), ({ status }) => ({
      status,
      headers: { 'content-type': 'text/html' },
      body: page,
    })),
  ],
  'permission-last': [
    'a token without permission gets its 403 where nothing else is wrong',
    [13],
    inOrder('authentication', 'brand', 'chatroom', 'update', 'permission'),
  ],
  'body-before-chatroom': [
    'the body is looked at before the chatroom is looked up',
    [12],
    inOrder('authentication', 'permission', 'brand', 'update', 'chatroom'),
  ],
  'only-json-type': [
    '422 for a body that is not declared as JSON',
    [22],
    replacingCheck(
      'update',
      (honest) => (call) =>
        isJsonType(call) ? honest(call) : unprocessable('body', 'The body must be JSON.'),
    ),
  ],
  'other-types-passed-over': [
    'a body that is not declared as JSON is passed over',
    [22],
    replacingCheck('update', (honest) => (call) => (isJsonType(call) ? honest(call) : undefined)),
  ],
  'digits-of-any-script': [
    'an id may be in the digits of any script',
    [22],
    replacingCheck('chatroom', (honest) => (call) => {
      const named = { ...call, id: inLatinDigits(call.id) };
      const refused = honest(named);
      call.chatroom = named.chatroom;
      return refused;
    }),
  ],
  'empty-body-accepted': [
    'no body at all is taken for {}',
    [22],
    replacingCheck('update', (honest) => (call) => (call.body === '' ? undefined : honest(call))),
  ],
  'scheme-by-case': [
    '401 for bearer in lower case',
    [22],
    replacingCheck(
      'authentication',
      (honest) => (call) =>
        (call.headers.authorization ?? '').startsWith('bearer') ? unauthorized() : honest(call),
    ),
  ],
  'brand-without-zeros': [
    '422 for a brand with leading zeros',
    [22],
    replacingCheck(
      'brand',
      (honest) => (call) =>
        /^0\d/.test(String(call.headers['x-popsell-brand']))
          ? unprocessable('X-Popsell-Brand', 'The header must be an integer.')
          : honest(call),
    ),
  ],
  'leap-second-422': [
    '422 for a leap second',
    [22],
    replacingCheck('update', (honest) => (call) => {
      const sent = sentValue(call);
      const isLeapSecond = typeof sent === 'string' && sent.includes(':60');
      return isLeapSecond ? unprocessable('established_dialogue', 'No such second.') : honest(call);
    }),
  ],
});
