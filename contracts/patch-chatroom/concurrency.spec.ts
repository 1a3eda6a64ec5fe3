import { burst, readOf, type Lane, type Step } from '../support/concurrency/burst';
import { judgeHistory } from '../support/concurrency/judge-history';
import { judgeOtherFields } from '../support/concurrency/judge-other-fields';
import { openedRegisters, openRegisters } from '../support/concurrency/open-registers';
import type { Register } from '../support/concurrency/register';
import { need, obligation } from '../support/obligation';
import { room, roomOfEveryBrand, neighbourRooms } from '../support/rooms';
import { suite } from '../support/suite';

const notKept = 'a value that was sent alone was not there in later reads';

/** Three brands at most, and a neighbour. */
const roomsAtOnce = [...new Set([room, ...roomOfEveryBrand.slice(1, 3), ...neighbourRooms])].slice(0, 4);

/** Every request at the same time: what is mixed up or lost is so here. */
const sixteenAtOnce = Array.from({ length: 16 }, (_, index): Step[] => [index % 3 === 2 ? 'read' : 'write']);

/**
 * One after the other in each lane: what comes too late, or too early, does so here. A read goes out before all
 * writes, so that one that begins when a write has ended may get its answer; writes in a row meet one that lasts.
 */
const fourLanes: readonly Step[][] = [
  ['read', 'read', 'write', 'read'],
  ['write', 'write', 'write', 'read'],
  ['write', 'read', 'write', 'write'],
  ['read', 'write', 'read', 'read'],
];

/** Reads that overlap look at what a burst left behind, and one alone has the last word. */
const look: readonly Step[][][] = [[['read'], ['read'], ['read']], [['read']]];

/** A read that goes on behind a write must not put back what it saw. How they overlap is chance, so thrice. */
const writtenBack: readonly Step[][][] = Array.from({ length: 3 }, (): Step[][][] => [
  [['read'], ['read'], ['write']],
  [['read']],
]).flat();

describe('concurrent requests', () => {
  obligation('200/concurrency/other-chatrooms', async () => {
    const id = '200/concurrency/other-chatrooms';
    need(roomsAtOnce[1], 'the target has a single chatroom');
    const registers = await openRegisters(roomsAtOnce);
    need(registers[1], notKept);
    await burst(
      id,
      registers.map((register): Lane => ({ register, steps: ['write', 'read', 'write', 'read'] })),
    );
    await burst(
      id,
      registers.map((register): Lane => ({ register, steps: ['read'] })),
    );
  });

  obligation('200/concurrency/own-answer', async () => {
    const [register] = await openRegisters([room]);
    await inTurn('200/concurrency/own-answer', need(register, notKept), [sixteenAtOnce, ...look]);
  });

  obligation('200/concurrency/linearizable', async () => {
    const [register] = await openRegisters([room]);
    // Own answers are judged here too, under their own obligation.
    if (register !== undefined)
      await inTurn('200/concurrency/own-answer', register, [fourLanes, ...look, ...writtenBack]);
    need(openedRegisters()[0], notKept);
    // What writes of one chatroom did to another under load shows now.
    for (const one of openedRegisters()) await readOf('200/concurrency/own-answer', one);
    for (const { finding, exchange } of openedRegisters().flatMap(judgeHistory))
      suite.collector.add([finding], exchange);
    expectOwnFields();
  });
});

/** Fields that change without any PATCH, or with each, are no matter of concurrency. */
function expectOwnFields(): void {
  const alone = ['200/empty-body/unchanged', '200/state/other-fields'];
  if (alone.some((id) => suite.collector.isViolated(id))) return;
  const [first] = openedRegisters().flatMap(judgeOtherFields);
  if (first !== undefined) suite.collector.add([first.finding], first.exchange);
}

/** Bursts on one chatroom, one after the other, of the lanes of each. */
async function inTurn(
  id: '200/concurrency/own-answer',
  register: Register,
  bursts: readonly (readonly Step[][])[],
): Promise<void> {
  for (const lanes of bursts)
    await burst(
      id,
      lanes.map((steps) => ({ register, steps })),
    );
}
