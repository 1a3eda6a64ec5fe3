import { notFound, unprocessable } from '../../answers/answer';
import { parseObject } from '../../checks/update';
import { faultsOf } from '../fault';
import { inOrder, replacingCheck } from '../hooks';

/** A token is looked at first; these look at something else before. */
export const orderFaults = faultsOf({
  'brand-before-token': [
    'the brand is looked at before the token',
    [13],
    ['401/before/brand', '401/before/all'],
    inOrder('brand', 'authentication', 'permission', 'chatroom', 'update'),
  ],
  'value-before-token': [
    'the body is looked at before the token',
    [13],
    ['401/before/body', '401/before/all'],
    inOrder('update', 'authentication', 'permission', 'brand', 'chatroom'),
  ],
  'json-before-token': [
    'the body is parsed before the token is looked at',
    [13],
    ['401/before/body', '401/before/all'],
    replacingCheck(
      'authentication',
      (honest) => (call) =>
        parseObject(call.body) === undefined ? unprocessable('body', 'Malformed.') : honest(call),
    ),
  ],
  'empty-body-before-unknown-token': [
    'without a body the token is not looked at, where there is one',
    [13],
    '401/before/body',
    replacingCheck('authentication', (honest) => (call) => {
      const isOdd = call.body === '' && call.headers.authorization !== undefined;
      return isOdd ? unprocessable('body', 'Missing.') : honest(call);
    }),
  ],
  'chatroom-before-token': [
    'the chatroom is looked up before the token is looked at',
    [13],
    ['401/before/chatroom', '401/before/all'],
    replacingCheck(
      'authentication',
      (honest) => (call) => (call.store.rooms.has(Number(call.id)) ? honest(call) : notFound()),
    ),
  ],
});
