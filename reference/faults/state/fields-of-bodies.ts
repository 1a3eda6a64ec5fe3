import type { Change } from '../../behaviour';
import type { Call } from '../../call';
import { parseObject } from '../../checks/update';
import type { ChatroomDetails } from '../../store/stored-chatroom';
import { faultsOf } from '../fault';
import { on, sentValue, type When } from '../hooks';

type Body = Readonly<Record<string, unknown>> | undefined;

/** Changes the chatroom that a request names, by the request's body. */
function changing(
  when: When,
  details: (body: Body, call: Call) => Partial<ChatroomDetails> | undefined,
): Change {
  return ({ finish }) => ({
    finish: (answer, call) => {
      const room = call.store.rooms.get(Number(call.id));
      const taken = when(call, answer) ? details(parseObject(call.body), call) : undefined;
      if (room !== undefined && taken !== undefined) room.details = { ...room.details, ...taken };
      return finish(answer, call);
    },
  });
}

/** What a body does beside setting its value. */
export const fieldsOfBodiesFaults = faultsOf({
  'null-clears-rating': [
    'null in the body empties last_rating',
    [9],
    '200/state/read-only-fields',
    changing(on(200), (body) => (body?.['last_rating'] === null ? { last_rating: {} } : undefined)),
  ],
  'malformed-body-clears-rating': [
    'a body that is no JSON empties last_rating, which can be seen only once',
    [18],
    '422/state/unchanged',
    changing(on(422), (body) => (body === undefined ? { last_rating: {} } : undefined)),
  ],
  'invalid-body-taken-in-part': [
    'the source beside an invalid value is taken, and the request rejected',
    [18],
    '422/state/unchanged',
    changing(on(422), (body, call) => {
      const source = body?.['source'];
      const isCode = source === '0' || source === '1' || source === '2';
      return sentValue(call) !== undefined && isCode ? { source } : undefined;
    }),
  ],
  'read-only-field-taken-in-one-brand': [
    'type_discussion in the body is stored in one brand',
    [9],
    '200/state/read-only-fields',
    changing(on(200), (body, { brandId }) => {
      const code = body?.['type_discussion'];
      return brandId === 4 && (code === 0 || code === 1 || code === 2)
        ? { type_discussion: code }
        : undefined;
    }),
  ],
});
