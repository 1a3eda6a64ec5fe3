import type { PlannedRequest } from '../traffic/planned-request';
import type { Answer } from './check-answer';

/** A request for tests. */
export function aRequest(changed: Partial<PlannedRequest> = {}): PlannedRequest {
  return {
    bucket: { index: 0, brand: 3, name: '3/301' },
    chatroom: 301,
    reads: false,
    value: '2023-10-06T13:41:09.123Z',
    sampled: false,
    ...changed,
  };
}

/** The documented example as one object, as the right answer to {@link aRequest}. */
export function aChatroom(changed: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    id_chatroom: 301,
    ambassadors: [
      {
        id_ambassador: 42,
        image: 'string',
        firstname: 'string',
        lastname: 'string',
        username: 'string',
        email: 'string',
        email_tmp: 'string',
        active: 42,
        status: 42,
        online: true,
        last_action_date: '2025-05-04T09:42:00Z',
        customer_id: 'string',
        anonymized: true,
        chatroom_pivot_data: [
          { id_chatroom: 301, id_ambassador: 42, last_read_message: 42, is_blocked: true, archived: true },
        ],
      },
    ],
    date_insert: '2023-10-06T13:41:09.123000Z',
    last_message_date: '2023-10-06T13:41:09.123000Z',
    type_chatroom: 0,
    type_discussion: 2,
    source: '2',
    established_dialogue: '2023-10-06T13:41:09.123Z',
    last_rating: { value: 5, comment: 'Great ambassador' },
    last_summary: { date_insert: 'string', summary: 'string', anomaly: 42, topic: 42 },
    ...changed,
  };
}

export function anAnswer({
  status = 200,
  body = aChatroom(),
  text = JSON.stringify(body),
  contentType = 'application/json; charset=utf-8',
  errorCode = 0,
}: {
  status?: number;
  body?: unknown;
  text?: string;
  contentType?: string;
  errorCode?: number;
} = {}): Answer {
  return { status, body: text, error_code: errorCode, headers: { 'Content-Type': contentType } };
}
