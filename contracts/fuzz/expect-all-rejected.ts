import type { NamedObligationId } from '../obligations/catalogue';
import { lanesFor } from '../support/answers/watched';
import type { Expectation } from '../support/expectation';
import { freshInstant } from '../support/fresh-instant';
import { NotTried } from '../support/not-tried';
import type { PatchVariation } from '../support/patch';
import { probe, type Probe } from '../support/probe';
import { room } from '../support/rooms';
import { changed } from '../support/state/changed';
import { unwantedDifferences, type Difference } from '../support/state/differences';
import { withoutLostValues } from '../support/state/kept-values';
import type { ChatroomState } from '../support/state/known-state';
import { chatroomOf } from '../support/state/chatroom-of';
import { readRoom, stateOf } from '../support/state/read-room';
import { suite } from '../support/suite';
import type { Draw } from './kinds';
import { brokenByPlain, tryInputs } from './try-inputs';

/** Inputs that must be rejected, and how each is sent. */
export interface RejectedInputs<T> {
  readonly obligation: NamedObligationId;
  readonly runs: number;
  readonly draw: Draw<T>;
  readonly plainOf: (kind: string) => readonly T[];
  readonly requestOf: (input: T) => PatchVariation;
  readonly expectationOf: (input: T) => Omit<Expectation, 'obligation'>;
  /** A plain request of the same sort: where it is not rejected, generated ones tell nothing new. */
  readonly plainRequest: PatchVariation;
  readonly plainExpectation: Omit<Expectation, 'obligation'>;
  readonly plainObligation: NamedObligationId;
}

/**
 * Sends generated requests that must be rejected and change nothing. The chatroom is read once behind them all;
 * where it changed, they are sent again with a read behind each.
 */
export async function expectAllRejected<T>(inputs: RejectedInputs<T>): Promise<void> {
  const { obligation, requestOf, expectationOf } = inputs;
  const known = await plainIsRejected(inputs);
  const before = await stateOf(room);
  const reject = (input: T): Promise<Probe> =>
    probe(requestOf(input), { obligation, ...expectationOf(input) });
  const lanes = lanesFor({ room, state: before });
  const judge = async (input: T): Promise<Probe[]> => [await reject(input)];
  const hasFailed = await tryInputs({ ...inputs, known, lanes, judge }, 1);
  if (hasFailed || changesOf(before, await readRoom(room)).length === 0) return;
  const watch = (input: T): Promise<Probe[]> => watched(obligation, () => reject(input));
  const isFound = await tryInputs({ ...inputs, known, judge: watch }, 4);
  if (!isFound) {
    suite.collector.addNotice(
      'changed-meanwhile',
      `chatroom ${room.chatroom} changed while rejected requests were sent (${obligation}), and none of them did it again`,
    );
  }
}

/** The obligations that the plain request breaks. Throws NotTried where it is not rejected, or changes the chatroom. */
async function plainIsRejected<T>(inputs: RejectedInputs<T>): Promise<ReadonlySet<string>> {
  const { obligation, plainRequest, plainExpectation, plainObligation } = inputs;
  const before = await stateOf(room);
  const plain = await probe(plainRequest, { obligation, ...plainExpectation });
  const reason = `a plain request is not rejected as it should be: see ${plainObligation}`;
  const known = brokenByPlain(obligation, [plain], reason);
  if (changesOf(before, await readRoom(room)).length > 0) {
    throw new NotTried(`a plain request that is rejected changes the chatroom: see ${plainObligation}`);
  }
  return known;
}

/** A request with a value of its own set before it, and read around it: what changed is to its account. */
async function watched(obligation: NamedObligationId, send: () => Promise<Probe>): Promise<Probe[]> {
  const plain = { obligation: '200/status', statuses: [200] };
  await probe({ body: { established_dialogue: freshInstant() } }, plain);
  const before = chatroomOf((await probe({}, plain)).exchange);
  const sent = await send();
  const [found] = changesOf(before, chatroomOf((await probe({}, plain)).exchange));
  return found === undefined
    ? [sent]
    : [{ ...sent, findings: [...sent.findings, changed(obligation, found, room)] }];
}

/** Where the chatroom is not what it was; nothing where it cannot be read. */
function changesOf(
  before: ChatroomState | undefined,
  after: ChatroomState | undefined,
): readonly Difference[] {
  if (before === undefined || after === undefined) return [];
  return withoutLostValues(unwantedDifferences(before, after));
}
