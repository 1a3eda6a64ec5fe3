import { jsonAnswer, type Answer } from '../../answers/answer';
import type { Behaviour, Change } from '../../behaviour';
import type { Call } from '../../call';
import type { Instant } from '../../../schemas/formats/date-time';
import { faultsOf } from '../fault';
import { namedRoom } from '../hooks';
import { formatInstant } from '../../answers/format-instant';
import { InFlight, later } from './in-flight';

export const workMs = 8;

/** Gives every answer some milliseconds of work, so that requests overlap, and one last look then. */
function overlapping(lastLook: (answer: Answer, call: Call, inFlight: InFlight) => Answer): Change {
  return ({ finish, deliver }: Behaviour) => {
    const inFlight = new InFlight();
    return {
      finish: (answer, call) => {
        inFlight.enter(call);
        return finish(answer, call);
      },
      deliver: (answer, reply, call) => {
        later(workMs, () => {
          const looked = lastLook(answer, call, inFlight);
          inFlight.leave(call);
          deliver(looked, reply, call);
        });
      },
    };
  };
}

/** Two answers in flight of those that are meant go to each other's requests. Every answer takes some milliseconds. */
export function swapping(isMeant: (answer: Answer) => boolean): Change {
  return ({ deliver }) => {
    const waiting: { answer: Answer; give: (answer: Answer) => void }[] = [];
    return {
      deliver: (answer, reply, call) => {
        const give = (given: Answer): void => {
          deliver(given, reply, call);
        };
        if (!isMeant(answer)) {
          later(workMs, () => {
            give(answer);
          });
          return;
        }
        const other = waiting.pop();
        if (other !== undefined) {
          other.give(answer);
          give(other.answer);
          return;
        }
        const mine = { answer, give };
        waiting.push(mine);
        later(workMs, () => {
          const index = waiting.indexOf(mine);
          if (index !== -1) waiting.splice(index, 1)[0]?.give(answer);
        });
      },
    };
  };
}

/** Requests that are meant store at their end, some milliseconds later, the value that they found at their beginning. */
export function puttingBack(isMeant: (answer: Answer, call: Call) => boolean): Change {
  return ({ finish, deliver }) => {
    const found = new WeakMap<Call, Instant>();
    return {
      finish: (answer, call) => {
        const room = namedRoom(call);
        if (room !== undefined && isMeant(answer, call)) found.set(call, room.establishedDialogue);
        return finish(answer, call);
      },
      deliver: (answer, reply, call) => {
        const [room, value] = [namedRoom(call), found.get(call)];
        if (room === undefined || value === undefined) {
          deliver(answer, reply, call);
          return;
        }
        later(workMs, () => {
          room.establishedDialogue = value;
          deliver(answer, reply, call);
        });
      },
    };
  };
}

/** The value of an answer, replaced. */
function withValue(answer: Answer, value: Instant): Answer {
  const body = { ...(answer.body as object), established_dialogue: formatInstant(value) };
  return { ...answer, body };
}

/** A sequence of requests, each after the other, sees none of these. */
export const concurrencyFaults = faultsOf({
  'answers-swapped': [
    "two requests in flight get each other's answers",
    [17],
    ['200/concurrency/own-answer', '200/concurrency/other-chatrooms'],
    swapping(() => true),
  ],
  'latest-value-answered': [
    'a write is answered with the value that is stored when the answer is made',
    [17],
    '200/concurrency/own-answer',
    overlapping((answer, { chatroom, value }) =>
      answer.status === 200 && chatroom !== undefined && value !== undefined
        ? withValue(answer, chatroom.establishedDialogue)
        : answer,
    ),
  ],
  'concurrent-writes-lost': [
    'writes of one chatroom that overlap are answered and undone',
    [17],
    '200/concurrency/linearizable',
    (behaviour) => {
      const kept = new Map<number, Instant>();
      const change = overlapping((answer, call, inFlight) => {
        const { chatroom, value } = call;
        if (chatroom === undefined || value === undefined) return answer;
        if (inFlight.overlapped(call)) {
          chatroom.establishedDialogue = kept.get(chatroom.id) ?? chatroom.establishedDialogue;
        } else {
          kept.set(chatroom.id, value);
        }
        return answer;
      })(behaviour);
      return {
        ...change,
        write: (room, value, call) => {
          if (!kept.has(room.id)) kept.set(room.id, room.establishedDialogue);
          behaviour.write(room, value, call);
        },
      };
    },
  ],
  'stale-concurrent-reads': [
    'a read that overlaps another request sees the value before the last write',
    [17],
    '200/concurrency/linearizable',
    (behaviour) => {
      const before = new Map<number, Instant>();
      const change = overlapping((answer, call, inFlight) => {
        const stale = before.get(call.chatroom?.id ?? 0);
        const reads = answer.status === 200 && call.value === undefined;
        return reads && stale !== undefined && inFlight.overlapped(call) ? withValue(answer, stale) : answer;
      })(behaviour);
      return {
        ...change,
        write: (room, value, call) => {
          before.set(room.id, room.establishedDialogue);
          behaviour.write(room, value, call);
        },
      };
    },
  ],
  'write-after-answer': [
    'a value is stored some milliseconds after it is answered',
    [9, 17],
    ['200/value/stored', '200/value/every-brand', '200/concurrency/linearizable', '200/empty-body/unchanged'],
    ({ write, present }) => ({
      write: (room, value, call) => {
        later(4 * workMs, () => {
          write(room, value, call);
        });
      },
      present: (room, call) =>
        present({ ...room, establishedDialogue: call.value ?? room.establishedDialogue }, call),
    }),
  ],
  'reads-coalesced': [
    'a read that begins while another is under way gets the answer of that one',
    [17],
    '200/concurrency/linearizable',
    ({ finish, deliver }) => {
      const underWay = new Map<number, Answer>();
      const idOfRead = ({ chatroom, value }: Call, { status }: Answer): number | undefined =>
        status === 200 && value === undefined ? chatroom?.id : undefined;
      return {
        finish: (answer, call) => {
          const own = finish(answer, call);
          const id = idOfRead(call, own);
          if (id === undefined) return own;
          const first = underWay.get(id) ?? own;
          underWay.set(id, first);
          return first;
        },
        deliver: (answer, reply, call) => {
          const id = idOfRead(call, answer);
          if (id === undefined) {
            deliver(answer, reply, call);
            return;
          }
          later(2 * workMs, () => {
            if (underWay.get(id) === answer) underWay.delete(id);
            deliver(answer, reply, call);
          });
        },
      };
    },
  ],
  'reads-write-back': [
    'a read stores at its end what it saw at its beginning',
    [17],
    '200/concurrency/linearizable',
    puttingBack(({ status }, { value }) => status === 200 && value === undefined),
  ],
  'rating-of-another-request': [
    'an answer has the rating of a chatroom whose request is under way',
    [8, 17],
    '200/concurrency/own-answer',
    overlapping((answer, call, inFlight) => {
      const [other] = inFlight.elsewhere(call).flatMap(({ chatroom }) => chatroom ?? []);
      if (answer.status !== 200 || other === undefined) return answer;
      return { ...answer, body: { ...(answer.body as object), last_rating: other.details.last_rating } };
    }),
  ],
  'next-chatroom-written-under-load': [
    'a write reaches the next chatroom as well where others are under way',
    [17, 18],
    '200/concurrency/linearizable',
    overlapping((answer, call, inFlight) => {
      const { chatroom, value, store } = call;
      if (answer.status !== 200 || chatroom === undefined || value === undefined) return answer;
      const next = store.rooms.get(chatroom.id + 1);
      if (inFlight.count(call) > 3 && next !== undefined) next.establishedDialogue = value;
      return answer;
    }),
  ],
  '409-for-concurrent-writes': [
    '409 for requests to one chatroom that overlap',
    [15, 17],
    ['200/concurrency/own-answer', '200/empty-body/status'],
    overlapping((answer, call, inFlight) =>
      inFlight.overlapped(call) && answer.status === 200 ? jsonAnswer(409, { message: 'Conflict' }) : answer,
    ),
  ],
  '500-for-concurrent-writes': [
    '500 for requests to one chatroom that overlap: a deadlock',
    [15, 17],
    ['200/concurrency/own-answer', '200/empty-body/status'],
    overlapping((answer, call, inFlight) =>
      inFlight.overlapped(call) && answer.status === 200
        ? jsonAnswer(500, { message: 'Server Error' })
        : answer,
    ),
  ],
});
