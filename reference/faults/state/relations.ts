import { faultsOf, type FaultRow } from '../fault';
import { on, rewritingBody, type JsonObject } from '../hooks';

const minuteMs = 60_000;

const ambassadorsOf = (body: JsonObject): JsonObject[] => body['ambassadors'] as JsonObject[];
const pivotsOf = (ambassador: JsonObject): JsonObject[] => ambassador['chatroom_pivot_data'] as JsonObject[];
const plusOne = (value: unknown): number => Number(value) + 1;

/** Changes every ambassador of an answer. */
function ambassadors(
  description: string,
  policy: number,
  obligation: string,
  rewrite: (ambassador: JsonObject, nowMs: number) => unknown,
): FaultRow {
  return [
    description,
    [policy],
    obligation,
    rewritingBody(on(200), (body, { nowMs }) => {
      for (const ambassador of ambassadorsOf(body)) rewrite(ambassador, nowMs);
    }),
  ];
}

const online = (description: string, rewrite: (ambassador: JsonObject, nowMs: number) => unknown): FaultRow =>
  ambassadors(description, 7, '200/body/ambassadors/*/online/rule', rewrite);

const lastActive = (ambassador: JsonObject, online: boolean, atMs: number): unknown =>
  Object.assign(ambassador, { online, last_action_date: new Date(atMs).toISOString() });

/** Properties that are valid one by one and contradict each other, or the request. */
export const relationFaults = faultsOf({
  'online-always': online('online is always true', (one) => (one['online'] = true)),
  'online-never': online('online is always false', (one) => (one['online'] = false)),
  'online-inverted': online('online is the opposite', (one) => (one['online'] = one['online'] !== true)),
  'online-after-ten-minutes': online('online ten minutes after the last action', (one, nowMs) =>
    lastActive(one, true, nowMs - 10 * minuteMs),
  ),
  'offline-after-two-minutes': online('not online two minutes after the last action', (one, nowMs) =>
    lastActive(one, false, nowMs - 2 * minuteMs),
  ),
  'last-action-in-local-time': online('last_action_date is two hours off', (one) =>
    lastActive(one, one['online'] === true, Date.parse(String(one['last_action_date'])) - 120 * minuteMs),
  ),
  'chatroom-id-off': [
    'id_chatroom is not the requested id',
    [8],
    '200/body/id_chatroom/requested',
    rewritingBody(on(200), (body) => ({ ...body, id_chatroom: plusOne(body['id_chatroom']) })),
  ],
  'chatroom-id-is-brand': [
    "id_chatroom is the brand's id",
    [8],
    '200/body/id_chatroom/requested',
    rewritingBody(on(200), (body, { brandId }) => ({ ...body, id_chatroom: brandId })),
  ],
  'chatroom-id-is-fixed': [
    'id_chatroom is the id of the first chatroom that was asked for',
    [8],
    '200/body/id_chatroom/requested',
    (behaviour) => {
      let first: unknown;
      return rewritingBody(on(200), (body) => ({ ...body, id_chatroom: (first ??= body['id_chatroom']) }))(
        behaviour,
      );
    },
  ],
  'pivot-chatroom-off': ambassadors(
    "a pivot's id_chatroom is not the requested id",
    8,
    '200/body/ambassadors/*/chatroom_pivot_data/*/id_chatroom/requested',
    (one) => {
      for (const pivot of pivotsOf(one)) pivot['id_chatroom'] = plusOne(pivot['id_chatroom']);
    },
  ),
  'pivot-ambassador-off': ambassadors(
    "a pivot's id_ambassador is not its ambassador's",
    8,
    '200/body/ambassadors/*/chatroom_pivot_data/*/id_ambassador/own',
    (one) => {
      for (const pivot of pivotsOf(one)) pivot['id_ambassador'] = plusOne(pivot['id_ambassador']);
    },
  ),
  'pivot-of-other-room': ambassadors(
    'a pivot of another chatroom is among the pivots',
    8,
    '200/body/ambassadors/*/chatroom_pivot_data/*/id_chatroom/requested',
    (one) => pivotsOf(one).push(...pivotsOf(one).map((pivot) => ({ ...pivot, id_chatroom: 1 }))),
  ),
});
