import type { Instant } from '../../../schemas/formats/date-time';
import type { Change } from '../../behaviour';
import type { Call } from '../../call';
import { bearerToken, forbiddenToken } from '../../checks/authentication';
import { faultsOf } from '../fault';
import { namedRoom, sentInstant, sentValue, type When } from '../hooks';
import type { StoredChatroom } from '../../store/stored-chatroom';

/** Stores although the request is rejected: what was sent, in the chatroom that it named. */
function storingAlthough(
  when: When,
  value: (call: Call) => Instant | undefined = sentInstant,
  room: (call: Call) => StoredChatroom | undefined = namedRoom,
): Change {
  return ({ finish }) => ({
    finish: (answer, call) => {
      const [target, instant] = [room(call), value(call)];
      if (when(call, answer) && target !== undefined && instant !== undefined) {
        target.establishedDialogue = instant;
      }
      return finish(answer, call);
    },
  });
}

/** Stores what a rejected request has sent, once some others have come after it. */
function storingLate(when: When): Change {
  return ({ finish }) => {
    const queue: (() => void)[] = [];
    return {
      finish: (answer, call) => {
        const [target, instant] = [namedRoom(call), sentInstant(call)];
        queue.push(() => {
          if (when(call, answer) && target !== undefined && instant !== undefined)
            target.establishedDialogue = instant;
        });
        if (queue.length > behind) queue.shift()?.();
        return finish(answer, call);
      },
    };
  };
}

const behind = 3;

const tokenRefused: When = ({ headers }, { status }) =>
  status === 403 && bearerToken(headers.authorization) === forbiddenToken;
const brandRefused: When = (call, answer) => answer.status === 403 && !tokenRefused(call, answer);
const unknownBrand: When = (call, answer) => brandRefused(call, answer) && call.brandId === undefined;
const foreignRoom: When = (call, answer) => brandRefused(call, answer) && call.brandId !== undefined;
const badBrand: When = ({ brandId }, { status }) => status === 422 && brandId === undefined;
const badValue: When = (call, { status }) => status === 422 && sentValue(call) !== undefined;
const badBody: When = ({ brandId }, { status }) => status === 422 && brandId !== undefined;

const firstRoom = ({ store }: Call): StoredChatroom | undefined => [...store.rooms.values()][0];
/** The third chatroom that the embedded API's own target names of its second brand. */
const lastOfSecondBrand = ({ store }: Call): StoredChatroom | undefined => store.rooms.get(402);
const now = (): Instant => ({ epochNanoseconds: BigInt(Date.now()) * 1_000_000n });
const epoch = (): Instant => ({ epochNanoseconds: 0n });

/** Requests that are rejected, and change something all the same. */
export const rejectedFaults = faultsOf({
  'stored-although-401': [
    'a request without a token is stored',
    [18],
    '401/state/unchanged',
    storingAlthough((_call, { status }) => status === 401),
  ],
  'stored-although-token-forbidden': [
    'a request with a token without permission is stored',
    [18],
    '403/state/unchanged',
    storingAlthough(tokenRefused),
  ],
  'stored-although-401-in-one-brand': [
    'a request without a token is stored in one brand',
    [18],
    '401/state/unchanged',
    storingAlthough(({ headers }, { status }) => status === 401 && headers['x-popsell-brand'] === '4'),
  ],
  'stored-although-token-forbidden-in-one-brand': [
    'a request with a token without permission is stored in one brand',
    [18],
    '403/state/unchanged',
    storingAlthough((call, answer) => tokenRefused(call, answer) && call.headers['x-popsell-brand'] === '4'),
  ],
  'stored-late-although-foreign': [
    'a chatroom of another brand answers 403, and takes the value some requests later',
    [12, 18],
    ['403/state/unchanged', '403/brand/foreign-chatroom-state'],
    storingLate(foreignRoom),
  ],
  'stored-late-although-422': [
    'a value beside a brand that is none is stored some requests later',
    [18],
    '422/state/unchanged',
    storingLate(badBrand),
  ],
  'stored-although-brand-unknown': [
    'a request for an unknown brand is stored',
    [18],
    '403/state/unchanged',
    storingAlthough(unknownBrand),
  ],
  'stored-although-foreign': [
    'a chatroom of another brand answers 403 and takes the value',
    [12, 18],
    ['403/brand/foreign-chatroom-state', '403/state/unchanged'],
    storingAlthough(foreignRoom),
  ],
  'stored-although-404': [
    'a request for an unknown chatroom changes the first one',
    [18],
    '404/state/unchanged',
    storingAlthough((_call, { status }) => status === 404, sentInstant, firstRoom),
  ],
  'stored-elsewhere-although-401': [
    'a request without a token is stored in the last chatroom of another brand',
    [18],
    '401/state/unchanged',
    storingAlthough((_call, { status }) => status === 401, sentInstant, lastOfSecondBrand),
  ],
  'stored-elsewhere-although-404': [
    'a request for an unknown chatroom is stored in one of another brand',
    [18],
    '404/state/unchanged',
    storingAlthough((_call, { status }) => status === 404, sentInstant, lastOfSecondBrand),
  ],
  'stored-although-brand-invalid': [
    'a request without a valid brand is stored',
    [18],
    '422/state/unchanged',
    storingAlthough(badBrand),
  ],
  'epoch-stored-although-422': [
    'an invalid value answers 422 and leaves the epoch',
    [18],
    '422/state/unchanged',
    storingAlthough(badValue, epoch),
  ],
  'now-stored-although-422': [
    'an invalid body answers 422 and leaves the time of the request',
    [18],
    '422/state/unchanged',
    storingAlthough(badBody, now),
  ],
  'epoch-stored-elsewhere-although-422': [
    'an invalid value answers 422 and leaves the epoch in a chatroom of another brand',
    [18],
    '422/state/unchanged',
    storingAlthough(badValue, epoch, lastOfSecondBrand),
  ],
  'now-stored-elsewhere-although-401': [
    'a request without a token leaves its time in a chatroom of another brand',
    [18],
    '401/state/unchanged',
    storingAlthough((_call, { status }) => status === 401, now, lastOfSecondBrand),
  ],
});
