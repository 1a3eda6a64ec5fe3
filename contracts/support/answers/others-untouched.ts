import type { NamedObligationId } from '../../obligations/catalogue';
import { takeAccepted } from '../accepted-values';
import type { Exchange } from '../exchange/exchange';
import { broken } from '../judge/finding';
import { show } from '../judge/show';
import { loadingSpec } from '../loading-spec';
import { NotTried } from '../not-tried';
import { rejectedExchanges } from '../rejected-exchanges';
import { isSameRoom, watchedRooms, type Room } from '../rooms';
import { send } from '../send';
import { sideBySide } from '../side-by-side';
import { changed } from '../state/changed';
import { changesAgain } from '../state/changes-again';
import { compareInstant } from '../state/compare-instant';
import { unwantedDifferences, type Difference } from '../state/differences';
import { hasSent } from '../state/has-sent';
import { withoutLostValues } from '../state/kept-values';
import type { ChatroomState } from '../state/known-state';
import { movedForward, movesEachTime } from '../state/moves';
import { readRoom } from '../state/read-room';
import { wasWritten } from '../state/written';
import { suite } from '../suite';
import { lanesForReads } from './watched';

const pointer = '/established_dialogue';

/** How many kinds of rejected requests are sent again to find the one that changed another chatroom. */
const suspectsAtMost = 40;

/** What the watched chatrooms held before the requests that are rejected. */
const earlier = new Map<Room, ChatroomState>();

/** Reads, before a spec file's tests, the chatrooms that its rejected requests do not name and must not change. */
export function watchOtherRooms(): void {
  const spec = loadingSpec();
  beforeAll(async () => {
    suite.collector.spec = spec;
    try {
      await sideBySide(watchedRooms, lanesForReads(), async (room) => {
        note(room, await readRoom(room));
      });
      expectNothingStray(takeAccepted());
    } catch (error) {
      // A target that has stopped answering is told by the tests.
      if (!(error instanceof NotTried)) throw error;
    }
  });
}

/**
 * Reads them again (ledger entry 18). A value that only a rejected request has sent is there only if it was stored, although
 * the answer says otherwise. Whatever else has changed may be somebody's work: it is the request's where that does it again.
 */
export async function expectOthersUntouched(obligation: NamedObligationId): Promise<void> {
  const rejected = rejectedExchanges(Number(obligation.slice(0, 3)));
  // Where any PATCH reaches other chatrooms, it is not the rejection that does it.
  if (rejected.length === 0 || suite.collector.isViolated('200/state/other-chatrooms')) return;
  const states = await sideBySide(watchedRooms, lanesForReads(), readRoom);
  for (const [index, room] of watchedRooms.entries()) {
    const before = earlier.get(room);
    const after = states[index];
    note(room, after);
    const value = after?.established_dialogue;
    const sender = rejected.find(({ request }) => hasSent(request, value));
    if (sender === undefined) await expectNotChanged(obligation, room, before, after, rejected);
    else suite.collector.add([storedElsewhere(obligation, room, value)], sender);
  }
}

/** A chatroom that no request has named must not hold the value of one that was accepted, however rare that value is. */
function expectNothingStray(accepted: readonly Exchange[]): void {
  const id = '200/state/other-chatrooms';
  for (const [room, { established_dialogue: value }] of earlier) {
    const first = suite.restoreJournal.rooms.find((one) => isSameRoom(one, room));
    if (suite.collector.isViolated(id) || wasWritten(room) || first === undefined) continue;
    const sender = accepted.find(({ request }) => hasSent(request, value));
    if (sender === undefined || compareInstant(first.value, value) !== 'different') continue;
    suite.collector.add(
      [changed(id, { pointer, before: first.value, after: value, moving: false, documented: true }, room)],
      sender,
    );
  }
}

function note(room: Room, state: ChatroomState | undefined): void {
  if (state === undefined) earlier.delete(room);
  else earlier.set(room, state);
}

function storedElsewhere(obligation: NamedObligationId, { brand, chatroom }: Room, value: unknown) {
  return broken({
    obligation,
    cause: 'stored-elsewhere',
    message: `the value of a request that was rejected is in chatroom ${chatroom} (brand ${brand})`,
    pointer,
    received: show(value),
    documented: 'a rejected request changes no chatroom',
  });
}

async function expectNotChanged(
  obligation: NamedObligationId,
  room: Room,
  before: ChatroomState | undefined,
  after: ChatroomState | undefined,
  rejected: readonly Exchange[],
): Promise<void> {
  if (before === undefined || after === undefined) return;
  const [difference] = [
    ...withoutLostValues(unwantedDifferences(before, after)),
    ...movedForward(before, after).values(),
  ];
  if (difference === undefined) return;
  for (const suspect of suspectsOf(rejected)) {
    const again = await changeOfSuspect(room, difference, suspect);
    if (again === undefined) continue;
    suite.collector.add([changed(obligation, again, room)], suspect);
    return;
  }
}

/** One of each kind, the latest first: what is there now came last. */
function suspectsOf(rejected: readonly Exchange[]): Exchange[] {
  const byRequest = new Map(
    rejected.map((one) => [JSON.stringify({ ...one.request, body: shapeOf(one.request.body) }), one]),
  );
  return [...byRequest.values()].reverse().slice(0, suspectsAtMost);
}

/** A body without what makes values fresh. */
function shapeOf(body: string | undefined): string {
  return (body ?? '').replace(/\d{4}-\d{2}-\d{2}T[\d:.]+/g, '');
}

/** The difference that a request makes in another chatroom when it is sent again; undefined: none of that kind. */
async function changeOfSuspect(
  room: Room,
  { pointer: place, moving }: Difference,
  { request }: Exchange,
): Promise<Difference | undefined> {
  const again = { obligation: 'any/answer/status', statuses: [], unrecorded: true };
  const sendAgain = (): Promise<Exchange> => send(request, again);
  if (moving) {
    const before = await readRoom(room);
    if (!(await movesEachTime(room, place, sendAgain))) return undefined;
    return movedForward(before, await readRoom(room)).get(place);
  }
  return (await changesAgain(room, place, sendAgain))[0];
}
