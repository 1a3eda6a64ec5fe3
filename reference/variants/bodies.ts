import type { Instant } from '../../schemas/formats/date-time';
import type { Change } from '../behaviour';
import type { Call } from '../call';
import { formatInstant } from '../answers/format-instant';
import { on, rewritingBody, type JsonObject } from '../faults/hooks';
import { defaultBrands } from '../store/brands';
import { seedChatroom } from '../store/seed-chatroom';
import type { ChatroomDetails } from '../store/stored-chatroom';
import { variantsOf } from './variant';

const dateKeys = ['date_insert', 'last_message_date', 'established_dialogue'];
const hourMs = 3_600_000;

/** Rewrites the date-times of an answer. */
function writingDates(write: (text: string) => string): Change {
  return rewritingBody(on(200), (body) => {
    for (const key of dateKeys) body[key] = write(String(body[key]));
    for (const one of ambassadorsOf(body)) one['last_action_date'] = write(String(one['last_action_date']));
  });
}

const ambassadorsOf = (body: JsonObject): JsonObject[] => body['ambassadors'] as JsonObject[];

/** With the offset +02:00, but where that makes a year of five digits. */
function inParis(instant: Instant): string {
  const text = formatInstant(instant, 120);
  return /^\d{4}-/.test(text) ? text : formatInstant(instant);
}

/** Answers other data than the seed's. */
function presenting(details: (details: ChatroomDetails) => Partial<ChatroomDetails>): Change {
  return ({ present }) => ({
    present: (room, call) =>
      present({ ...room, details: { ...room.details, ...details(room.details) } }, call),
  });
}

/** Who has no chatroom yet. */
const newcomer = seedChatroom(77, 3)
  .details.ambassadors.slice(0, 1)
  .map((one) => ({ ...one, chatroom_pivot_data: [] }));

/** Somebody changes a chatroom once: before the n-th answer of some. */
function once(
  n: number,
  when: (call: Call) => boolean,
  change: (details: ChatroomDetails) => ChatroomDetails,
): Change {
  return ({ present }) => {
    let seen = 0;
    return {
      present: (room, call) => {
        if (when(call) && ++seen === n) room.details = change(room.details);
        return present(room, call);
      },
    };
  };
}

/** Bodies that the schemas and the policy allow. */
export const bodyVariants = variantsOf({
  'undocumented-fields': [
    'properties that are not documented, in every object',
    [6],
    rewritingBody(on(200, 401, 422), (body) => ({
      ...body,
      tags: null,
      ...(body['ambassadors'] === undefined
        ? {}
        : { ambassadors: ambassadorsOf(body).map((one) => ({ ...one, locale: 'fr' })) }),
    })),
  ],
  'undocumented-clock': [
    'an undocumented property that every request moves, and one that a PATCH alone is answered',
    [6, 9],
    rewritingBody(on(200), (body, { nowMs, value }) => ({
      ...body,
      served_at: nowMs,
      ...(value === undefined ? {} : { notice: 'updated' }),
    })),
  ],
  'trace-in-chat': [
    'a comment and a summary that quote a stack trace',
    [16],
    presenting((details) => {
      const quoted = 'Mine fails:\nTraceback (most recent call last):\n  File "/home/me/a.py", line 3';
      return {
        last_rating: { ...details.last_rating, comment: quoted },
        last_summary: { ...details.last_summary, summary: quoted },
      };
    }),
  ],
  'no-ambassadors': ['chatrooms without ambassadors', [5], presenting(() => ({ ambassadors: [] }))],
  'no-pivots': [
    'ambassadors without pivots',
    [5],
    presenting(({ ambassadors }) => ({
      ambassadors: ambassadors.map((one) => ({ ...one, chatroom_pivot_data: [] })),
    })),
  ],
  'empty-rating': [
    'last_rating and last_summary are empty',
    [5],
    presenting(() => ({ last_rating: {}, last_summary: {} })),
  ],
  'more-in-rating': [
    'last_rating and last_summary hold additional properties',
    [5],
    presenting(({ last_rating, last_summary }) => ({
      last_rating: { ...last_rating, stars: null },
      last_summary: { ...last_summary, language: 'fr' },
    })),
  ],
  'empty-texts': [
    'names, images and addresses are empty texts',
    [5],
    presenting(({ ambassadors }) => ({
      ambassadors: ambassadors.map((one) => ({
        ...one,
        ...{
          image: '',
          firstname: '',
          lastname: '',
          username: '',
          email: '',
          email_tmp: '',
          customer_id: '',
        },
      })),
    })),
  ],
  milliseconds: [
    'date-times with three fraction digits, the others are lost',
    [9],
    writingDates((text) => text.replace(/(\.\d{3})\d*/, '$1')),
  ],
  'no-zero-fraction': [
    'date-times without a fraction where it is zero',
    [3],
    writingDates((text) => text.replace(/\.0+(?=Z)/, '')),
  ],
  'offset-in-answers': [
    'date-times with the offset +02:00',
    [3, 9],
    ({ present }) => ({
      present: (room, call) => ({
        ...(present(room, call) as object),
        established_dialogue: inParis(room.establishedDialogue),
      }),
    }),
  ],
  'zero-offset': [
    'date-times with +00:00 in place of Z',
    [3],
    writingDates((text) => text.replace('Z', '+00:00')),
  ],
  'lower-case-dates': ['date-times with t and z', [3], writingDates((text) => text.toLowerCase())],
  'lower-case-error-keys': [
    'errors names headers in lower case',
    [11],
    rewritingBody(on(422), (body) => ({
      ...body,
      errors: Object.fromEntries(
        Object.entries(body['errors'] as object).map(([key, texts]) => [key.toLowerCase(), texts as unknown]),
      ),
    })),
  ],
  'error-keys-with-places': [
    'errors says where a field stands before its name',
    [10, 11],
    rewritingBody(on(422), (body) => ({
      ...body,
      errors: Object.fromEntries(
        Object.entries(body['errors'] as object).map(([key, texts]) => [
          key.startsWith('X-') ? `headers.${key.toLowerCase()}` : `body.${key}`,
          texts as unknown,
        ]),
      ),
    })),
  ],
  'a-message-a-second': [
    'last_message_date is now, to the second, whatever is sent',
    [9],
    rewritingBody(on(200), (body, { nowMs }) => {
      body['last_message_date'] = `${new Date(nowMs).toISOString().slice(0, 19)}Z`;
    }),
  ],
  'other-words': [
    'messages in other words',
    [5],
    rewritingBody(on(401, 422), (body) => ({ ...body, message: 'Nicht möglich (und 1 weiterer Fehler)' })),
  ],
  'acting-now': [
    'every ambassador acts at the time of each answer',
    [7, 9],
    ({ present }) => ({
      present: (room, call) => {
        const ambassadors = room.details.ambassadors.map((one) => ({ ...one, lastActionMs: call.nowMs }));
        return present({ ...room, details: { ...room.details, ambassadors } }, call);
      },
    }),
  ],
  'ambassadors-in-any-order': [
    'every answer lists the ambassadors in another order',
    [9],
    (behaviour) => {
      let turn = 0;
      return rewritingBody(on(200), (body) => {
        const ambassadors = ambassadorsOf(body);
        turn = (turn + 1) % Math.max(1, ambassadors.length);
        return { ...body, ambassadors: [...ambassadors.slice(turn), ...ambassadors.slice(0, turn)] };
      })(behaviour);
    },
  ],
  'rated-meanwhile': [
    'somebody rates a chatroom while a value is sent',
    [9],
    once(
      10,
      ({ id, value }) => id === '301' && value !== undefined,
      (details) => ({
        ...details,
        last_rating: { value: 5, comment: 'So kind' },
      }),
    ),
  ],
  'joined-meanwhile': [
    'an ambassador joins a chatroom while it is read',
    [9],
    once(
      16,
      ({ id, body }) => id === '301' && body === '{}',
      ({ ambassadors, ...details }) => ({
        ...details,
        ambassadors: [...ambassadors, ...newcomer],
      }),
    ),
  ],
  'new-summaries': [
    'a summary is made anew every second',
    [9],
    rewritingBody(on(200), (body, { nowMs }) => ({
      ...body,
      last_summary: {
        date_insert: new Date(nowMs - (nowMs % 1_000)).toISOString(),
        summary: `Summary ${Math.floor(nowMs / 1_000)}`,
        anomaly: 0,
        topic: 1,
      },
    })),
  ],
  'clock-an-hour-ahead': [
    "the server's clock is an hour ahead, in Date as in last_action_date",
    [7],
    ({ present, finish }) => ({
      present: (room, call) => present(room, { ...call, nowMs: call.nowMs + hourMs }),
      finish: (answer, call) => {
        const { status, headers, body } = finish(answer, call);
        return { status, headers: { ...headers, date: new Date(call.nowMs + hourMs).toUTCString() }, body };
      },
    }),
  ],
  'single-brand': ['the token may use one brand alone', [12], () => ({ brands: defaultBrands.slice(0, 1) })],
});
