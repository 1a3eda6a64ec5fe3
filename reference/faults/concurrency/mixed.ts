import { unauthorized, type Answer } from '../../answers/answer';
import type { Call } from '../../call';
import { bearerToken, token } from '../../checks/authentication';
import { faultsOf } from '../fault';
import { namedRoom, sentInstant } from '../hooks';
import { puttingBack, swapping, workMs } from './concurrency';
import { later } from './in-flight';

/** What only requests of different outcomes see that overlap. */
export const mixedFaults = faultsOf({
  'token-of-another-request': [
    'a valid request gets 401 where one with another token came while it was under way',
    [13, 17],
    'any/concurrency/own-status',
    ({ finish, deliver }) => {
      let latest: string | undefined;
      return {
        finish: (answer, call) => {
          latest = bearerToken(call.headers.authorization);
          return finish(answer, call);
        },
        deliver: (answer, reply, call) => {
          later(workMs, () => {
            deliver(answer.status === 200 && latest !== token ? unauthorized() : answer, reply, call);
          });
        },
      };
    },
  ],
  'refusal-puts-back': [
    'a request that gets 422 puts back at its end the value that it found',
    [17, 18],
    'any/concurrency/own-status',
    puttingBack(({ status }) => status === 422),
  ],
  'refusal-of-another-request': [
    'two requests in flight that are refused get the status and body of each other',
    [17],
    // Rejected requests go some at a time, too.
    ['any/concurrency/own-status', 'any/order/'],
    swapping(({ status }) => status >= 400),
  ],
  'rejected-value-stored-beside-a-write': [
    'the value of a rejected request is stored where a write of its chatroom is under way',
    [17, 18],
    'any/concurrency/own-status',
    (behaviour) => {
      const written = new Map<string, number>();
      const count = ({ id, value }: Call, { status }: Answer, by: number): void => {
        if (status === 200 && value !== undefined) written.set(id, (written.get(id) ?? 0) + by);
      };
      return {
        finish: (answer, call) => {
          count(call, answer, 1);
          return behaviour.finish(answer, call);
        },
        deliver: (answer, reply, call) => {
          later(workMs, () => {
            const [room, instant] = [namedRoom(call), sentInstant(call)];
            const isStored = answer.status >= 400 && (written.get(call.id) ?? 0) > 0;
            if (isStored && room !== undefined && instant !== undefined) room.establishedDialogue = instant;
            count(call, answer, -1);
            behaviour.deliver(answer, reply, call);
          });
        },
      };
    },
  ],
});
