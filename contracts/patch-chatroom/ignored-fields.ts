import type { ChatroomState } from '../support/state/known-state';

/** A valid value for every property that only the API may set, different from the chatroom's own. */
export function readOnlyBody(state: ChatroomState): object {
  return {
    id_chatroom: (state.id_chatroom ?? 0) + 1,
    ambassadors: [],
    date_insert: '2001-02-03T04:05:06Z',
    last_message_date: '2001-02-03T04:05:07Z',
    type_chatroom: state.type_chatroom === 0 ? 7 : 0,
    type_discussion: state.type_discussion === 0 ? 1 : 0,
    source: state.source === '0' ? '1' : '0',
    last_rating: { value: (state.last_rating?.value ?? 0) + 1, comment: 'not set by a PATCH' },
    last_summary: { summary: 'not set by a PATCH' },
  };
}

/** Names that careless mass assignment would store, or answer. */
export const undocumentedBody = {
  undocumented_by_popsell: 'not stored',
  id_brand: 999_999_999,
  is_admin: true,
};
