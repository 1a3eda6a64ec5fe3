import type { StoredAmbassador, StoredChatroom } from './stored-chatroom';

const firstSecond = 1_696_599_669n;
const longAgoMs = Date.UTC(2025, 4, 4, 9, 42);
const dayMs = 86_400_000;

const sources = ['0', '1', '2'] as const;
const discussions = [0, 1, 2] as const;
const names = ['Ada Moreau', 'Jules Bernard', 'Lina Petit', 'Noé Durand', 'Zoé Lambert'] as const;

/** A chatroom made of its id alone, so that every instance begins with the same data. */
export function seedChatroom(id: number, brandId: number): StoredChatroom {
  const count = 1 + (id % 3);
  return {
    id,
    brandId,
    establishedDialogue: { epochNanoseconds: (firstSecond + BigInt(id)) * 1_000_000_000n + 123_000_000n },
    details: {
      ambassadors: Array.from({ length: count }, (_, index) => seedAmbassador(id, index)),
      date_insert: '2023-10-06T13:41:09.123000Z',
      last_message_date: new Date(longAgoMs + (id % 28) * dayMs).toISOString(),
      type_chatroom: count === 1 ? 0 : 7,
      type_discussion: discussions[id % 3] ?? 0,
      source: sources[(id >> 1) % 3] ?? '0',
      last_rating: { value: 1 + (id % 5), comment: 'Great ambassador' },
      last_summary: {
        date_insert: '2025-05-04',
        summary: `Asked about order ${id}.`,
        anomaly: id % 2,
        topic: id % 7,
      },
    },
  };
}

function seedAmbassador(chatroomId: number, index: number): StoredAmbassador {
  const id = chatroomId * 10 + index;
  const [firstname = '', lastname = ''] = (names[id % names.length] ?? '').split(' ');
  return {
    id_ambassador: id,
    image: `https://images.example.org/ambassadors/${id}.jpg`,
    firstname,
    lastname,
    username: `ambassador-${id}`,
    email: `ambassador-${id}@example.org`,
    email_tmp: `ambassador-${id}@example.com`,
    active: id % 2,
    status: id % 4,
    lastActionMs: (chatroomId + index) % 2 === 0 ? 'a minute ago' : longAgoMs,
    customer_id: `customer-${id}`,
    anonymized: index === 2,
    chatroom_pivot_data: [
      {
        id_chatroom: chatroomId,
        id_ambassador: id,
        last_read_message: id * 7,
        is_blocked: id % 5 === 0,
        archived: id % 3 === 0,
      },
    ],
  };
}
