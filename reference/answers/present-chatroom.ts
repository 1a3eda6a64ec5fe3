import type { Ambassador, Chatroom } from '../../schemas/generated/types';
import type { StoredAmbassador, StoredChatroom } from '../store/stored-chatroom';
import { formatInstant } from './format-instant';

const minuteMs = 60_000;

/** A stored chatroom in its documented form, as seen at `nowMs`. */
export function presentChatroom(room: StoredChatroom, nowMs: number): Chatroom {
  const { ambassadors, ...rest } = room.details;
  return {
    id_chatroom: room.id,
    ambassadors: ambassadors.map((ambassador) => presentAmbassador(ambassador, nowMs)),
    established_dialogue: formatInstant(room.establishedDialogue),
    ...rest,
  };
}

function presentAmbassador({ lastActionMs, ...rest }: StoredAmbassador, nowMs: number): Ambassador {
  const lastMs = lastActionMs === 'a minute ago' ? nowMs - minuteMs : lastActionMs;
  return {
    ...rest,
    // "true: when last_action_date is less than 5 minutes ago"
    online: nowMs - lastMs < 5 * minuteMs,
    last_action_date: new Date(lastMs).toISOString(),
  };
}
