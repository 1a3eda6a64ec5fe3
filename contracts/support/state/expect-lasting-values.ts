import { setTimeout as wait } from 'node:timers/promises';

import { freshInstant } from '../fresh-instant';
import { broken, type Broken } from '../judge/finding';
import { show } from '../judge/show';
import { NotTried } from '../not-tried';
import { watchedRooms, type Room } from '../rooms';
import { sendPatch } from '../send-patch';
import { suite } from '../suite';
import { expectKept } from '../values';
import { chatroomOf } from './chatroom-of';
import { isLost, type Loss } from './lasting-values';
import { readRoom } from './read-room';
import { lastingValues } from './watch-lasting-values';
import { wasWritten } from './written';

/** The longest that is waited for a value to go again. */
const longestWaitMs = 10_000;
/** It goes a little later where the machine is busy. */
const moreMs = 100;
/** Somebody may change a chatroom once more just then. */
const rounds = 2;
/** A few, since each is waited for. */
const lossesAtMost = 2;

/**
 * The last look at values (ledger entry 9). Every chatroom that is watched keeps one, and a value that a chatroom had kept is
 * there still, as long as no request may have changed it. What a cache forgets, or a replica brings back, shows after a
 * while only. Another value may be somebody's work once; it is the API's where one that is set again goes in the same time.
 */
export async function expectLastingValues(): Promise<void> {
  try {
    await expectTheRestKept();
    for (const room of lastingValues.rooms) await readRoom(room);
    if (isOfAnotherRun()) return;
    for (const loss of lastingValues.losses.slice(0, lossesAtMost)) if (await isLostAgain(loss)) return;
  } catch (error) {
    if (!(error instanceof NotTried)) throw error;
  }
}

/** What another run writes would be gone each time as well. */
function isOfAnotherRun(): boolean {
  return suite.collector.evidence.notices.some(({ code }) => code === 'another-run');
}

/** Chatrooms that nothing was written to keep a value as well: the last to be tried, since some changes can be seen only once. */
async function expectTheRestKept(): Promise<void> {
  const id = '200/value/every-brand';
  if (!suite.collector.isVerified(id)) return;
  for (const room of watchedRooms.filter((one) => !wasWritten(one))) {
    const variant = `chatroom ${room.chatroom} of brand ${room.brand}`;
    await expectKept({ value: freshInstant(), room, status: id, answered: id, stored: id, variant });
  }
}

async function valueOf(room: Room): Promise<unknown> {
  return (await readRoom(room))?.established_dialogue;
}

/** Whether a value that is set again goes in the same time, each time. */
async function isLostAgain({ room, afterMs }: Loss): Promise<boolean> {
  const waitMs = Math.min(afterMs, longestWaitMs) + moreMs;
  for (let round = 1; ; round += 1) {
    const value = freshInstant();
    const expectation = { obligation: '200/status', statuses: [200] };
    const exchange = await sendPatch({ room, body: { established_dialogue: value } }, expectation);
    if (chatroomOf(exchange) === undefined) return false;
    await wait(waitMs);
    const received = await valueOf(room);
    if (!isLost(value, received)) return false;
    if (round < rounds) continue;
    suite.collector.addFirst(notLasting(value, received, waitMs), exchange);
    return true;
  }
}

function notLasting(value: string, received: string, waitMs: number): Broken {
  const seconds = (waitMs / 1_000).toFixed(1);
  return broken({
    obligation: '200/value/stored',
    cause: 'lasting',
    message: `${show(value)} was answered with 200, and ${seconds} s later a read shows ${show(received)}; other values that changed may be gone like this`,
    pointer: '/established_dialogue',
    received: show(received),
    documented: `${show(value)}, as an instant`,
  });
}
