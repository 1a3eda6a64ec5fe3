import type { Instant } from '../../../schemas/formats/date-time';
import type { Behaviour, Change } from '../../behaviour';
import { later } from '../concurrency/in-flight';
import { faultsOf } from '../fault';

const now = (): Instant => ({ epochNanoseconds: BigInt(Date.now()) * 1_000_000n });
const epoch: Instant = { epochNanoseconds: 0n };
const minuteOf = ({ epochNanoseconds }: Instant): bigint => epochNanoseconds / 60_000_000_000n;

/** Answers the value that was sent, whatever is stored. */
const answeringOwnValue: Change = ({ present }) => ({
  present: (room, call) =>
    present({ ...room, establishedDialogue: call.value ?? room.establishedDialogue }, call),
});

/** Stores by another rule, and answers what was sent as if it were stored. */
function storingBehindOwnAnswer(write: Behaviour['write']): Change {
  return (behaviour) => ({ ...answeringOwnValue(behaviour), write });
}

/** Some values are answered and not stored, by what the chatroom had and has. */
function losing(isLost: (value: Instant, had: readonly Instant[]) => boolean): Change {
  return (behaviour) => {
    const hadByRoom = new Map<number, Instant[]>();
    return storingBehindOwnAnswer((room, value) => {
      const had = hadByRoom.get(room.id) ?? [room.establishedDialogue];
      if (!isLost(value, had)) room.establishedDialogue = value;
      hadByRoom.set(room.id, [...had, value]);
    })(behaviour);
  };
}

const isSame = (one: Instant, other: Instant | undefined): boolean =>
  one.epochNanoseconds === other?.epochNanoseconds;

/** Requests with {} write this value. */
function emptyUpdateWrites(value: () => Instant): Change {
  return ({ present, write }) => ({
    present: (room, call) => {
      if (call.body.trim() === '{}') write(room, value(), call);
      return present(room, call);
    },
  });
}

/** With {} as the only way to read, a value that {} changes is a value that was not kept. */
const notKept = ['200/value/stored', '200/value/every-brand'];

/** A value is there for a while, and then the one before it again, as where a cache forgets what nobody has stored. */
const forgetfulMs = 150;
const forgetting: Change = ({ write }) => ({
  write: (room, value, call) => {
    const had = room.establishedDialogue;
    write(room, value, call);
    later(forgetfulMs, () => {
      if (isSame(room.establishedDialogue, value)) room.establishedDialogue = had;
    });
  },
});

/** What is stored, and what is answered of it. */
export const storageFaults = faultsOf({
  'value-ignored': [
    'the value is neither stored nor answered',
    [9],
    ['200/value/answered', '200/value/stored', '200/value/every-brand'],
    () => ({ write: () => undefined }),
  ],
  'value-forgotten-after-a-while': [
    `a value is gone after ${forgetfulMs} ms`,
    [9],
    // Whatever is looked at just then has changed.
    ['200/value/stored', '200/', '401/state/', '403/', '404/', '422/state/', 'any/answer/in-between-value'],
    forgetting,
  ],
  'value-not-stored': [
    'the value is answered and not stored',
    [9],
    notKept,
    storingBehindOwnAnswer(() => undefined),
  ],
  'value-for-any-accept-not-stored': [
    'the value of a request with Accept: */* is answered and not stored',
    [9, 21],
    '200/accept/any',
    storingBehindOwnAnswer((room, value, { headers }) => {
      if (headers.accept !== '*/*') room.establishedDialogue = value;
    }),
  ],
  'value-not-answered': [
    'the value is stored, and the one before it answered',
    [9],
    ['200/value/answered', '200/value/every-brand'],
    ({ present, write }) => {
      let before: Instant | undefined;
      return {
        write: (room, value, call) => {
          before = room.establishedDialogue;
          write(room, value, call);
        },
        present: (room, call) => {
          const shown = call.value === undefined ? undefined : before;
          return present({ ...room, establishedDialogue: shown ?? room.establishedDialogue }, call);
        },
      };
    },
  ],
  'first-value-stays': [
    'a chatroom takes one value and keeps it',
    [9],
    notKept,
    (behaviour) => {
      const taken = new Set<number>();
      return storingBehindOwnAnswer((room, value) => {
        if (!taken.has(room.id)) room.establishedDialogue = value;
        taken.add(room.id);
      })(behaviour);
    },
  ],
  'one-chatroom-not-stored': [
    'what is sent to one chatroom of the first brand is answered and not stored',
    [9],
    '200/value/every-brand',
    storingBehindOwnAnswer((room, value) => {
      if (room.id !== 303) room.establishedDialogue = value;
    }),
  ],
  'first-value-never-again': [
    'the value that a chatroom had at first is answered and not stored',
    [9],
    '200/value/stored',
    losing((value, had) => isSame(value, had[0])),
  ],
  'value-before-last-not-stored': [
    'the value that a chatroom had before the last one is answered and not stored',
    [9],
    '200/value/stored',
    losing((value, had) => had.length > 2 && isSame(value, had.at(-2))),
  ],
  'same-minute-not-stored': [
    'a value of the same minute as the one before is answered and not stored',
    [9],
    '200/value/stored',
    losing((value, had) => minuteOf(value) === minuteOf(had.at(-1) ?? epoch)),
  ],
  'first-write-not-stored': [
    'the first write of all is answered and not stored',
    [9],
    notKept,
    (behaviour) => {
      let writes = 0;
      return storingBehindOwnAnswer((room, value) => {
        if (writes++ > 0) room.establishedDialogue = value;
      })(behaviour);
    },
  ],
  'value-lost-after-read': [
    'a value can be read once and is lost then',
    [9],
    notKept,
    ({ present, write }) => {
      const before = new Map<number, Instant>();
      return {
        write: (room, value, call) => {
          before.set(room.id, room.establishedDialogue);
          write(room, value, call);
        },
        present: (room, call) => {
          const shown = present(room, call);
          const old = before.get(room.id);
          if (call.value === undefined && old !== undefined) room.establishedDialogue = old;
          return shown;
        },
      };
    },
  ],
  'fraction-not-stored': [
    'a value is answered whole and stored without its fraction, rounded up',
    [9],
    notKept,
    storingBehindOwnAnswer((room, { epochNanoseconds }) => {
      const second = 1_000_000_000n;
      room.establishedDialogue = { epochNanoseconds: (epochNanoseconds / second + 1n) * second };
    }),
  ],
  'reads-cached': [
    'the first answer to {} is the answer to {} for good',
    [9],
    notKept,
    ({ present }) => {
      const cache = new Map<number, unknown>();
      return {
        present: (room, call) => {
          if (call.value !== undefined) return present(room, call);
          if (!cache.has(room.id)) cache.set(room.id, present(room, call));
          return cache.get(room.id);
        },
      };
    },
  ],
  'empty-update-clears': ['{} sets the value to the epoch', [9], notKept, emptyUpdateWrites(() => epoch)],
  'empty-update-touches': [
    '{} sets the value to now',
    [9],
    [...notKept, '200/empty-body/unchanged'],
    emptyUpdateWrites(now),
  ],
});
