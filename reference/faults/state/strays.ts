import type { Change } from '../../behaviour';
import type { Call } from '../../call';
import { parseObject } from '../../checks/update';
import type { StoredAmbassador, StoredChatroom } from '../../store/stored-chatroom';
import { faultsOf, restlessValue } from '../fault';
import { on, rewritingBody, type When } from '../hooks';

const named = ({ id, store }: Call): StoredChatroom | undefined => store.rooms.get(Number(id));

function moveMessageDate(room: StoredChatroom): void {
  const later = Math.max(Date.now(), Date.parse(room.details.last_message_date) + 1_000);
  room.details = { ...room.details, last_message_date: new Date(later).toISOString() };
}

/** Moves last_message_date of the chatroom that a request names. */
function movingMessageDate(when: When): Change {
  return ({ finish }) => ({
    finish: (answer, call) => {
      const room = named(call);
      if (room !== undefined && when(call, answer)) moveMessageDate(room);
      return finish(answer, call);
    },
  });
}

/** Takes properties of ambassadors from the body. */
function assigningAmbassadors(taken: (body: object, one: StoredAmbassador) => object): Change {
  return ({ present }) => ({
    present: (room, call) => {
      const body = parseObject(call.body) ?? {};
      const ambassadors = room.details.ambassadors.map((one) => ({ ...one, ...taken(body, one) }));
      room.details = { ...room.details, ambassadors };
      return present(room, call);
    },
  });
}

const isForeign: When = (call, { status }) => status === 403 && call.brandId !== undefined;

/** Changes in places that nobody thinks of. */
export const strayFaults = faultsOf({
  'message-date-moved-by-422': [
    'an invalid value moves last_message_date forward',
    [18],
    '422/state/unchanged',
    movingMessageDate(on(422)),
  ],
  'message-date-moved-by-foreign': [
    "another brand's request moves last_message_date forward",
    [12, 18],
    ['403/state/unchanged', '403/brand/foreign-chatroom-state'],
    movingMessageDate(isForeign),
  ],
  'message-date-moved-by-read': [
    '{} moves last_message_date forward',
    [9],
    ['200/empty-body/unchanged', ...restlessValue],
    movingMessageDate(({ body }, { status }) => status === 200 && body === '{}'),
  ],
  'ambassadors-merged': [
    'ambassadors of the body are merged into those that are there',
    [9],
    '200/state/read-only-fields',
    assigningAmbassadors((body, { id_ambassador }) => {
      const { ambassadors } = body as { ambassadors?: Partial<StoredAmbassador>[] };
      const { firstname } = ambassadors?.find((one) => one.id_ambassador === id_ambassador) ?? {};
      return firstname === undefined ? {} : { firstname };
    }),
  ],
  'names-of-ambassadors-taken': [
    "a firstname in the body is every ambassador's",
    [9],
    '200/state/undocumented-fields',
    assigningAmbassadors((body) => ('firstname' in body ? { firstname: body.firstname } : {})),
  ],
  'brand-assigned': [
    'id_brand in the body moves the chatroom to that brand',
    [9, 12],
    ['200/state/undocumented-fields', '200/empty-body/status'],
    ({ finish }) => ({
      finish: (answer, call) => {
        const { id_brand } = (parseObject(call.body) ?? {}) as { id_brand?: number };
        if (answer.status === 200 && id_brand !== undefined)
          Object.assign(named(call) ?? {}, { brandId: id_brand });
        return finish(answer, call);
      },
    }),
  ],
  'read-only-field-echoed': [
    'the answer repeats a source that was sent, and it is not stored',
    [9],
    '200/state/read-only-fields',
    rewritingBody(on(200), (body, call) => ({
      ...body,
      source: parseObject(call.body)?.['source'] ?? body['source'],
    })),
  ],
});
