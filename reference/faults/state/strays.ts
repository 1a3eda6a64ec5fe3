import { parseDateTime } from '../../../schemas/formats/date-time';
import { notFound } from '../../answers/answer';
import type { Change } from '../../behaviour';
import type { Call } from '../../call';
import { parseObject } from '../../checks/update';
import type { ChatroomDetails, StoredAmbassador, StoredChatroom } from '../../store/stored-chatroom';
import { faultsOf, restlessValue } from '../fault';
import { on, replacingCheck, rewritingBody, type When } from '../hooks';

const named = ({ id, store }: Call): StoredChatroom | undefined => store.rooms.get(Number(id));

function moveMessageDate(room: StoredChatroom): void {
  const later = Math.max(Date.now(), Date.parse(room.details.last_message_date) + 1_000);
  room.details = { ...room.details, last_message_date: new Date(later).toISOString() };
}

/** Moves last_message_date of a chatroom; by default of the one that the request names. */
function movingMessageDate(
  when: When,
  chatroomOf: (call: Call) => StoredChatroom | undefined = named,
): Change {
  return ({ finish }) => ({
    finish: (answer, call) => {
      const room = chatroomOf(call);
      if (room !== undefined && when(call, answer)) moveMessageDate(room);
      return finish(answer, call);
    },
  });
}

/** Changes what is beside the value with each write. */
function touching(touch: (details: ChatroomDetails, nowMs: number) => ChatroomDetails): Change {
  return ({ write }) => ({
    write: (room, value, call) => {
      room.details = touch(room.details, call.nowMs);
      write(room, value, call);
    },
  });
}

/** One of the second brand, which few requests name. */
const other = ({ store }: Call): StoredChatroom | undefined => store.rooms.get(402);

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

/** Each write goes to another chatroom, where a body names one. */
function writingTo(other: (body: Readonly<Record<string, unknown>>, call: Call) => unknown): Change {
  return ({ write }) => ({
    write: (room, value, call) => {
      const named = other(parseObject(call.body) ?? {}, call);
      write(call.store.rooms.get(Number(named)) ?? room, value, call);
    },
  });
}

/** What a body has for a property of one ambassador. */
function sentOf(
  property: keyof StoredAmbassador,
  body: object,
  { id_ambassador }: StoredAmbassador,
): Partial<StoredAmbassador> {
  const { ambassadors } = body as { ambassadors?: Partial<StoredAmbassador>[] };
  const sent = ambassadors?.find((one) => one.id_ambassador === id_ambassador)?.[property];
  return sent === undefined ? {} : { [property]: sent };
}

/** Takes a value from elsewhere in the body, where the field is not there. */
function takingAlso(elsewhere: (body: Readonly<Record<string, unknown>>) => unknown): Change {
  return replacingCheck('update', (honest) => (call) => {
    const refused = honest(call);
    const value = elsewhere(parseObject(call.body) ?? {});
    if (call.value === undefined && typeof value === 'string') call.value = parseDateTime(value);
    return refused;
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
  'message-date-of-other-moved': [
    'a PATCH moves last_message_date of a chatroom of another brand',
    [9],
    ['200/state/other-chatrooms', '403/brand/foreign-chatroom-state'],
    movingMessageDate((call, { status }) => status === 200 && call.value !== undefined, other),
  ],
  'message-date-of-other-moved-by-422': [
    'an invalid value moves last_message_date of a chatroom of another brand',
    [18],
    '422/state/unchanged',
    movingMessageDate(on(422), other),
  ],
  'message-date-moved-in-another-brand': [
    'a PATCH moves last_message_date in the third brand alone',
    [9],
    '200/state/other-fields',
    movingMessageDate(
      ({ brandId, value }, { status }) => status === 200 && value !== undefined && brandId === 5,
    ),
  ],
  'message-date-moved-to-the-second': [
    'a PATCH sets last_message_date to now, to the second',
    [9],
    '200/state/other-fields',
    touching((details, nowMs) => ({
      ...details,
      last_message_date: `${new Date(nowMs).toISOString().slice(0, 19)}Z`,
    })),
  ],
  'ambassadors-moved-by-write': [
    'a PATCH sets last_action_date of all ambassadors to now',
    [9],
    '200/state/other-fields',
    touching((details, lastActionMs) => ({
      ...details,
      ambassadors: details.ambassadors.map((one) => ({ ...one, lastActionMs })),
    })),
  ],
  'body-names-the-chatroom': [
    'id_chatroom in the body chooses the chatroom that is written',
    [9],
    '200/state/read-only-fields',
    writingTo(({ id_chatroom }) => id_chatroom),
  ],
  'id-names-the-chatroom': [
    'id in the body chooses the chatroom that is written',
    [9],
    '200/state/undocumented-fields',
    writingTo(({ id }) => id),
  ],
  'ambassador-image-writable': [
    "an ambassador's image can be written",
    [9],
    '200/state/read-only-fields',
    assigningAmbassadors((body, one) => sentOf('image', body, one)),
  ],
  'pivots-writable': [
    "what is in an ambassador's pivots can be written",
    [9],
    '200/state/read-only-fields',
    assigningAmbassadors((body, one) => sentOf('chatroom_pivot_data', body, one)),
  ],
  'pivot-ids-writable': [
    'the ids of a pivot can be written',
    [8, 9],
    [
      '200/state/read-only-fields',
      '200/body/ambassadors/*/chatroom_pivot_data/*/id_chatroom/requested',
      '200/body/ambassadors/*/chatroom_pivot_data/*/id_ambassador/own',
    ],
    assigningAmbassadors((body, one) => {
      const { chatroom_pivot_data: sent } = sentOf('chatroom_pivot_data', body, one);
      const pivots = one.chatroom_pivot_data.map((pivot, index) => ({
        ...pivot,
        id_chatroom: sent?.[index]?.id_chatroom ?? pivot.id_chatroom,
        id_ambassador: sent?.[index]?.id_ambassador ?? pivot.id_ambassador,
      }));
      return { chatroom_pivot_data: pivots };
    }),
  ],
  'ambassadors-can-be-emptied': [
    'an empty list of ambassadors in the body is taken',
    [9],
    '200/state/read-only-fields',
    ({ present }) => ({
      present: (room, call) => {
        const sent = parseObject(call.body)?.['ambassadors'];
        if (Array.isArray(sent) && sent.length === 0) room.details = { ...room.details, ambassadors: [] };
        return present(room, call);
      },
    }),
  ],
  'note-merged-into-rating': [
    'a field of last_rating that is not there is taken from the body',
    [9],
    '200/state/read-only-fields',
    ({ present }) => ({
      present: (room, call) => {
        const { note } = (parseObject(call.body)?.['last_rating'] ?? {}) as { note?: unknown };
        const last_rating = { ...room.details.last_rating, ...(note === undefined ? {} : { note }) };
        room.details = { ...room.details, last_rating };
        return present(room, call);
      },
    }),
  ],
  'camel-case-taken': [
    'establishedDialogue is taken for established_dialogue',
    [9],
    '200/state/undocumented-fields',
    takingAlso((body) => body['establishedDialogue']),
  ],
  'wrapper-taken': [
    'established_dialogue is taken out of a field "data"',
    [9],
    '200/state/undocumented-fields',
    takingAlso(({ data }) => (data as { established_dialogue?: unknown } | undefined)?.established_dialogue),
  ],
  'id-0-is-the-first': [
    "the id 0 stands for the brand's first chatroom",
    [8, 12],
    ['200/body/id_chatroom/requested', '200/body/ambassadors/*/chatroom_pivot_data/*/id_chatroom/requested'],
    replacingCheck('chatroom', (honest) => (call) => {
      if (call.id !== '0') return honest(call);
      call.chatroom = [...call.store.rooms.values()].find(({ brandId }) => brandId === call.brandId);
      return undefined;
    }),
  ],
  'fourth-chatroom-without-source': [
    "a brand's fourth chatroom has no source",
    [5],
    '200/body/source',
    rewritingBody(
      ({ id }, { status }) => status === 200 && id === '403',
      (body) => ({ ...body, source: null }),
    ),
  ],
  'last-chatroom-not-found': [
    'the last chatroom of a brand is not found',
    [12],
    ['200/empty-body/status', '200/state/other-chatrooms'],
    replacingCheck('chatroom', (honest) => (call) => (call.id === '419' ? notFound() : honest(call))),
  ],
  'ambassadors-merged': [
    'ambassadors of the body are merged into those that are there',
    [9],
    '200/state/read-only-fields',
    assigningAmbassadors((body, one) => sentOf('firstname', body, one)),
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
