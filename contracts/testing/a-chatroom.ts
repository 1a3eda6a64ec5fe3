import type { Ambassador, Chatroom, ChatroomPivot } from '../../schemas/generated/types';

/** What a test changes of a valid object; any value will do, also one that the types forbid. */
type Changes<T> = { readonly [name in keyof T]?: unknown } & Readonly<Record<string, unknown>>;

/** A valid chatroom with id 8 and one ambassador, but for the changes; undefined leaves a property out. */
export function aChatroom(changes: Changes<Chatroom> = {}): Partial<Chatroom> {
  const chatroom: Chatroom = {
    id_chatroom: 8,
    ambassadors: [anAmbassador() as Ambassador],
    date_insert: '2023-10-06T13:41:09.123000Z',
    last_message_date: '2023-10-06T13:41:09.123000Z',
    type_chatroom: 0,
    type_discussion: 2,
    source: '2',
    established_dialogue: '2023-10-06T13:41:09.123Z',
    last_rating: { value: 5, comment: 'Great ambassador' },
    last_summary: { date_insert: 'today', summary: 'text', anomaly: 0, topic: 1 },
  };
  return withChanges(chatroom, changes);
}

/** A valid ambassador with id 42 and one pivot, long offline. */
export function anAmbassador(changes: Changes<Ambassador> = {}): Partial<Ambassador> {
  const ambassador: Ambassador = {
    id_ambassador: 42,
    image: 'https://cdn.example.org/app/images/42.png',
    firstname: 'Ada',
    lastname: 'Lovelace',
    username: 'ada',
    email: 'ada@example.org',
    email_tmp: '',
    active: 1,
    status: 1,
    online: false,
    last_action_date: '2020-01-01T00:00:00Z',
    customer_id: 'c-42',
    anonymized: false,
    chatroom_pivot_data: [aPivot() as ChatroomPivot],
  };
  return withChanges(ambassador, changes);
}

/** A valid pivot of chatroom 8 and ambassador 42. */
export function aPivot(changes: Changes<ChatroomPivot> = {}): Partial<ChatroomPivot> {
  const pivot: ChatroomPivot = {
    id_chatroom: 8,
    id_ambassador: 42,
    last_read_message: 7,
    is_blocked: false,
    archived: false,
  };
  return withChanges(pivot, changes);
}

/** As JSON would carry it: what is undefined, at any depth, is not there. */
function withChanges<T extends object>(valid: T, changes: Changes<T>): Partial<T> {
  return JSON.parse(JSON.stringify({ ...valid, ...changes })) as Partial<T>;
}
