import { isDateTime, isDocumentedForm } from '../../../schemas/formats/date-time';
import type { ChangedRoom } from '../../../schemas/generated/types';
import { lanesForReads } from '../answers/watched';
import type { Exchange } from '../exchange/exchange';
import { NotTried } from '../not-tried';
import type { Room } from '../rooms';
import { sendPatch } from '../send-patch';
import { sideBySide } from '../side-by-side';
import { suite } from '../suite';
import { wrongValue } from '../values';
import { compareInstant } from './compare-instant';
import { readRoom } from './read-room';
import { wasWritten } from './written';

/**
 * Gives every chatroom the value back that it had when the run first read it. What a later read does not show is not put
 * back: it stays in the journal.
 */
export async function putBack(): Promise<void> {
  await sideBySide(suite.restoreJournal.rooms, lanesForReads(), async (changed) => {
    if (await isPutBack(changed)) suite.restoreJournal.settle(changed);
  });
}

async function isPutBack({ value, ...room }: ChangedRoom): Promise<boolean> {
  try {
    if (!wasWritten(room) && (await isAsItWas(room, value))) return true;
    return (await isStored(room, value, () => undefined)) || (await isStored(room, value, accuse));
  } catch (error) {
    if (error instanceof NotTried) return false;
    throw error;
  }
}

/**
 * Sends a first value and reads the chatroom again.
 * @param otherwise gets the exchange and the value that is there in place of the one it set: somebody's work once, not twice
 */
async function isStored(
  room: Room,
  value: string,
  otherwise: (exchange: Exchange, value: string, received: string) => void,
): Promise<boolean> {
  // What the API answered in another form it may well refuse: that form is the schema's business.
  const unrecorded = !isDateTime(value) && !isDocumentedForm(value);
  const expectation = { obligation: '200/status', statuses: [200], unrecorded };
  const exchange = await sendPatch({ room, body: { established_dialogue: value } }, expectation);
  if (exchange.response?.status !== 200) return false;
  const received = (await readRoom(room))?.established_dialogue;
  if (received === value || compareInstant(value, received) !== 'different') return true;
  if (typeof received === 'string' && isDateTime(received) && !unrecorded)
    otherwise(exchange, value, received);
  return false;
}

/** An API may stop to store at the end of a run. Where values were not kept before, it is known, and by a better name. */
function accuse(exchange: Exchange, value: string, received: string): void {
  if (isViolated(/\/(state|concurrency|value|date-time|fuzz|unchanged)\b/)) return;
  const [answered, stored] = ['200/value/answered', '200/value/stored'] as const;
  const variant = 'the first value, put back at the end';
  suite.collector.add([wrongValue({ value, variant, answered, stored }, 'stored', received)], exchange);
}

/**
 * Whether a chatroom that this run has only read needs nothing: another value is somebody's work, unless the run has seen
 * that requests change chatrooms which they do not name.
 */
async function isAsItWas(room: Room, value: string): Promise<boolean> {
  if (compareInstant(value, (await readRoom(room))?.established_dialogue) === 'same') return true;
  return !isViolated(/\/(state|concurrency)\//);
}

function isViolated(obligations: RegExp): boolean {
  return suite.collector.evidence.violations.some(({ obligation }) => obligations.test(obligation));
}
