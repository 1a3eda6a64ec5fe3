import type { Ambassador } from '../../schemas/generated/types';
import type { ChatroomState } from '../support/state/known-state';

type Pivot = Ambassador['chatroom_pivot_data'][number];

/** A valid value for every property that only the API may set, different from the chatroom's own. */
export function readOnlyBody(state: ChatroomState): object {
  return {
    id_chatroom: (state.id_chatroom ?? 0) + 1,
    ambassadors: ambassadorsBut(state),
    date_insert: '2001-02-03T04:05:06Z',
    last_message_date: '2001-02-03T04:05:07Z',
    type_chatroom: state.type_chatroom === 0 ? 7 : 0,
    type_discussion: state.type_discussion === 0 ? 1 : 0,
    source: state.source === '0' ? '1' : '0',
    last_rating: {
      value: (state.last_rating?.value ?? 0) + 1,
      comment: 'not set by a PATCH',
      note: 'not set',
    },
    last_summary: {
      date_insert: '2001-02-03T04:05:08Z',
      summary: 'not set by a PATCH',
      anomaly: 999,
      topic: 999,
      note: 'not set',
    },
  };
}

/** Lists and objects that only the API may empty. */
export function emptiedBody(): object {
  return { ambassadors: [], last_rating: {}, last_summary: {} };
}

/** The chatroom's ambassadors, with pivots that say to be of others. */
export function strayPivotsBody({ ambassadors }: ChatroomState): object {
  const all = Array.isArray(ambassadors) ? (ambassadors as (Partial<Ambassador> | null)[]) : [];
  return {
    ambassadors: all.map((one) => ({
      id_ambassador: one?.id_ambassador,
      chatroom_pivot_data: pivotsOf(one ?? {}).map((pivot) => ({
        ...pivot,
        id_chatroom: (pivot?.id_chatroom ?? 0) + 1,
        id_ambassador: (pivot?.id_ambassador ?? 0) + 1,
      })),
    })),
  };
}

/** null is what a client sends to clear a field, and a merge takes it for that. */
export function clearedBody(): object {
  const fields = ['ambassadors', 'last_message_date', 'source', 'last_rating', 'last_summary'];
  return Object.fromEntries(fields.map((field) => [field, null]));
}

/** Read-only fields of other types than their own: what is ignored is not read, either. */
export const mistypedBodies: Readonly<Record<string, object>> = {
  ambassadors: { ambassadors: 'none' },
  'list-of-ambassadors': { ambassadors: [1, null, 'one', { chatroom_pivot_data: 'none' }] },
  objects: { last_rating: 'five', last_summary: [1] },
  scalars: {
    id_chatroom: 'one',
    source: 2,
    type_chatroom: '7',
    type_discussion: {},
    date_insert: 1,
    last_message_date: [],
  },
};

/** The first two ambassadors, changed, and one more: neither the list nor what is in it may be taken. */
function ambassadorsBut({ ambassadors }: ChatroomState): object[] {
  const all = Array.isArray(ambassadors) ? (ambassadors as (Partial<Ambassador> | null)[]) : [];
  const changed = all
    .slice(0, 2)
    .flatMap((one) => (typeof one === 'object' && one !== null ? [changedOf(one)] : []));
  const [first] = changed;
  return first === undefined
    ? []
    : [...changed, { ...first, id_ambassador: (first.id_ambassador ?? 0) + 1_000_003 }];
}

function changedOf(one: Partial<Ambassador>) {
  const text = (value: unknown): string => `not ${typeof value === 'string' ? value : 'set'}`;
  const other = (value: unknown): number => (value === 1 ? 2 : 1);
  return {
    ...one,
    image: text(one.image),
    firstname: text(one.firstname),
    lastname: text(one.lastname),
    username: text(one.username),
    email: 'not-set@example.org',
    email_tmp: 'not-set-either@example.org',
    active: other(one.active),
    status: other(one.status),
    customer_id: text(one.customer_id),
    anonymized: one.anonymized !== true,
    last_action_date: '2001-02-03T04:05:12Z',
    chatroom_pivot_data: pivotsBut(one),
  };
}

function pivotsOf({ chatroom_pivot_data: pivots }: Partial<Ambassador>): (Partial<Pivot> | null)[] {
  return Array.isArray(pivots) ? pivots : [];
}

function pivotsBut(one: Partial<Ambassador>): object[] {
  return pivotsOf(one).map((pivot) => ({
    ...pivot,
    // Back, where it can go there: people move it forward.
    last_read_message: (pivot?.last_read_message ?? 0) > 0 ? 0 : 1,
    is_blocked: pivot?.is_blocked !== true,
    archived: pivot?.archived !== true,
  }));
}

/** Names that careless mass assignment would store, or answer. */
export const undocumentedBody = {
  undocumented_by_popsell: 'not stored',
  is_admin: true,
  // Documented elsewhere: of an ambassador, a pivot, and a summary.
  firstname: 'not set by a PATCH',
  is_blocked: true,
  topic: 999,
  // A value under a name that is not the field's.
  establishedDialogue: '2001-02-03T04:05:09Z',
};

/** The field in wrappers that no page documents; one a body, since a second would be a repeated name to some parsers. */
export const wrappedBodies: readonly object[] = [
  { data: { established_dialogue: '2001-02-03T04:05:10Z' } },
  { chatroom: { established_dialogue: '2001-02-03T04:05:11Z' } },
];

/** The names that a chatroom's id may have: it must not choose where a value goes. */
export function idBody({ id_chatroom = 0 }: ChatroomState): object {
  return { id: id_chatroom + 1, chatroom_id: id_chatroom + 1, chatroom: id_chatroom + 1 };
}

/** The names that a brand may have in a database: a chatroom that takes one moves there. */
export function brandBody(brand: number): object {
  return { id_brand: brand, brand_id: brand, brand };
}
