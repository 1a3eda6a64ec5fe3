import type { Instant } from '../../schemas/formats/date-time';
import type { Ambassador, Chatroom } from '../../schemas/generated/types';

export interface StoredChatroom {
  readonly id: number;
  readonly brandId: number;
  establishedDialogue: Instant;
  /** What the operation answers and never changes. */
  details: ChatroomDetails;
}

export interface ChatroomDetails extends Omit<
  Chatroom,
  'id_chatroom' | 'ambassadors' | 'established_dialogue'
> {
  readonly ambassadors: readonly StoredAmbassador[];
}

export interface StoredAmbassador extends Omit<Ambassador, 'online' | 'last_action_date'> {
  /** Milliseconds since the epoch, or a minute before whatever time it is: always online. */
  readonly lastActionMs: number | 'a minute ago';
}
