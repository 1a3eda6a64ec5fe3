import { isDateTime, isDocumentedForm } from '../../schemas/formats/date-time';
import type { ChangedRoom } from '../../schemas/generated/types';
import { NotTried } from './not-tried';
import { agent } from './pactum-setup';
import { progressLine } from './progress/progress-line';
import { tellProgress } from './progress/tell-progress';
import type { Room } from './rooms';
import { sendPatch } from './send-patch';
import { compareInstant } from './state/compare-instant';
import { readRoom } from './state/read-room';
import { wasWritten } from './state/written';
import { suite, writeEvidence } from './suite';

// Jest loads this before every spec file (setupFilesAfterEnv).

const { planned, collector } = suite;
const stopTelling =
  planned === undefined
    ? () => undefined
    : tellProgress(
        () => progressLine(collector.evidence, planned),
        // Jest makes room for what comes on this stream above the lines that it redraws.
        (line) => process.stderr.write(`${line}\n`),
      );

afterEach(writeEvidence);

afterAll(async () => {
  await putBack();
  stopTelling();
  suite.collector.evidence.complete = true;
  writeEvidence();
  agent.destroy();
});

/** Gives every chatroom the value back that it had when the run first read it. */
async function putBack(): Promise<void> {
  for (const changed of suite.restoreJournal.rooms) {
    if (await isPutBack(changed)) suite.restoreJournal.settle(changed);
  }
}

async function isPutBack({ value, ...named }: ChangedRoom): Promise<boolean> {
  const body = { established_dialogue: value };
  try {
    if (!wasWritten(named) && (await isAsItWas(named, value))) return true;
    // What the API answered in another form it may well refuse: that form is the schema's business.
    const unrecorded = !isDateTime(value) && !isDocumentedForm(value);
    const expectation = { obligation: '200/status', statuses: [200], unrecorded };
    const exchange = await sendPatch({ room: named, body }, expectation);
    return exchange.response?.status === 200;
  } catch (error) {
    if (error instanceof NotTried) return false;
    throw error;
  }
}

/**
 * Whether a chatroom that this run has only read needs nothing: another value is somebody's work, unless the run has seen
 * that requests change chatrooms which they do not name.
 */
async function isAsItWas(room: Room, value: string): Promise<boolean> {
  if (compareInstant(value, (await readRoom(room))?.established_dialogue) === 'same') return true;
  return !suite.collector.evidence.violations.some(({ obligation }) =>
    /\/(state|concurrency)\//.test(obligation),
  );
}
