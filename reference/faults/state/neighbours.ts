import type { Instant } from '../../../schemas/formats/date-time';
import type { Change } from '../../behaviour';
import type { Call } from '../../call';
import { parseObject } from '../../checks/update';
import type { ChatroomDetails, StoredChatroom } from '../../store/stored-chatroom';
import { faultsOf, type FaultRow } from '../fault';
import { replacingCheck } from '../hooks';

/** Each write also reaches the other rooms that a function names. */
function alsoWriting(
  others: (room: StoredChatroom, call: Call, value: Instant) => readonly (StoredChatroom | undefined)[],
): Change {
  return ({ write }) => ({
    write: (room, value, call) => {
      write(room, value, call);
      for (const other of others(room, call, value))
        if (other !== undefined) other.establishedDialogue = value;
    },
  });
}

/** A write changes what is not in the request. */
function wiping(description: string, details: (room: StoredChatroom) => Partial<ChatroomDetails>): FaultRow {
  return [
    description,
    [9],
    '200/state/other-fields',
    ({ write }) => ({
      write: (room, value, call) => {
        room.details = { ...room.details, ...details(room) };
        write(room, value, call);
      },
    }),
  ];
}

/** A read-only property is taken from the body, and kept. */
function assigning(key: keyof ChatroomDetails): FaultRow {
  return [
    `${key} can be written`,
    [9],
    '200/state/read-only-fields',
    ({ present }) => ({
      present: (room, call) => {
        const sent = parseObject(call.body)?.[key];
        if (sent !== undefined) room.details = { ...room.details, [key]: sent };
        return present(room, call);
      },
    }),
  ];
}

const rooms = ({ store }: Call): StoredChatroom[] => [...store.rooms.values()];

/** Writes that reach further than they should. */
export const neighbourFaults = faultsOf({
  'next-room-written': [
    "the brand's next chatroom is written too",
    [9],
    '200/state/other-chatrooms',
    alsoWriting(({ id, brandId }, { store }) => {
      const next = store.rooms.get(id + 1) ?? store.rooms.get(id - 1);
      return next?.brandId === brandId ? [next] : [];
    }),
  ],
  'brand-written': [
    'all chatrooms of the brand are written',
    [9],
    '200/state/other-chatrooms',
    alsoWriting(({ brandId }, call) => rooms(call).filter((other) => other.brandId === brandId)),
  ],
  'other-brands-written': [
    'the chatrooms of other brands are written too',
    [12],
    '200/state/other-chatrooms',
    alsoWriting(({ brandId }, call) => rooms(call).filter((other) => other.brandId !== brandId)),
  ],
  'value-before-1970-written-everywhere': [
    'a value before 1970 is written to every chatroom',
    [9],
    // Values of other chatrooms are looked at beside it.
    ['200/state/other-chatrooms', '200/date-time/range'],
    alsoWriting((_room, call, { epochNanoseconds }) => (epochNanoseconds < 0n ? rooms(call) : [])),
  ],
  'one-brand-may-patch-another': [
    'one brand, and no other, can change the chatrooms of one other brand',
    [12],
    ['403/brand/foreign-chatroom', '403/brand/foreign-chatroom-read', '403/brand/foreign-chatroom-state'],
    replacingCheck('chatroom', (honest) => (call) => {
      const owner = call.store.rooms.get(Number(call.id))?.brandId;
      if (call.brandId === 5 && owner === 4) call.brandId = owner;
      return honest(call);
    }),
  ],
  'foreign-room-patched': [
    'a chatroom of another brand is answered and changed',
    [12],
    ['403/brand/foreign-chatroom', '403/brand/foreign-chatroom-read', '403/brand/foreign-chatroom-state'],
    ({ checks }) => ({
      checks: {
        ...checks,
        chatroom: (call) => {
          call.brandId = call.store.rooms.get(Number(call.id))?.brandId ?? call.brandId;
          return checks.chatroom(call);
        },
      },
    }),
  ],
  'rating-wiped': wiping('a write empties last_rating', () => ({ last_rating: {} })),
  'summary-wiped': wiping('a write empties last_summary', () => ({ last_summary: {} })),
  'source-reset': wiping('a write changes source', ({ details }) => ({
    source: details.source === '0' ? '1' : '0',
  })),
  'insert-date-moved': wiping('a write sets date_insert to now', () => ({
    date_insert: new Date().toISOString(),
  })),
  'ambassador-dropped': wiping('a write drops the last ambassador', ({ details }) => ({
    ambassadors: details.ambassadors.slice(0, -1),
  })),
  'names-swapped': wiping('a write swaps first and last names', ({ details }) => ({
    ambassadors: details.ambassadors.map((one) => ({
      ...one,
      ...{ firstname: one.lastname, lastname: one.firstname },
    })),
  })),
  'undocumented-writable': [
    'fields that are not documented are kept and answered',
    [9],
    ['200/state/undocumented-fields', '200/fuzz/undocumented-fields'],
    ({ present }) => {
      const kept = new Map<number, object>();
      return {
        present: (room, call) => {
          kept.set(room.id, { ...kept.get(room.id), ...parseObject(call.body) });
          return { ...kept.get(room.id), ...(present(room, call) as object) };
        },
      };
    },
  ],
  'source-writable': assigning('source'),
  'type-chatroom-writable': assigning('type_chatroom'),
  'type-discussion-writable': assigning('type_discussion'),
  'insert-date-writable': assigning('date_insert'),
  'message-date-writable': assigning('last_message_date'),
  'rating-writable': assigning('last_rating'),
  'summary-writable': assigning('last_summary'),
});
