import ledger from '../../schemas/policy/ledger.json';
import { UnknownNameError } from '../changes-of';
import { startReference } from '../start-reference';
import { answersToProbes, type Answered } from '../testing/answers-to-probes';
import { variantNames, variants } from '../variants/catalogue';
import { faultNames, faults } from './catalogue';

const honest: (readonly Answered[])[] = [];

beforeAll(async () => {
  // last_action_date and Date follow the clock: answers can be compared where it stands still.
  jest.useFakeTimers({
    now: Date.UTC(2025, 10, 20, 12),
    doNotFake: ['setTimeout', 'setInterval', 'setImmediate', 'nextTick', 'queueMicrotask', 'performance'],
  });
  for await (const answers of answersToProbes()) honest.push(answers);
});

afterAll(() => {
  jest.useRealTimers();
});

/** Whether an instance answers at least one probe otherwise than the honest one does. */
async function differs(options: { faults?: string[]; variants?: string[] }): Promise<boolean> {
  let index = 0;
  for await (const answers of answersToProbes(options)) {
    if (JSON.stringify(answers) !== JSON.stringify(honest[index++])) return true;
  }
  return false;
}

it('answers the same probes the same way twice', async () => {
  expect(await differs({})).toBe(false);
});

// Which of two requests that overlap comes first is not certain, and what time brings shows in no quick answer.
const unseen = ['reads-coalesced', 'value-forgotten-after-a-while'];
it.each(faultNames.filter((name) => !unseen.includes(name)))('%s shows in an answer', async (name) => {
  expect(await differs({ faults: [name] })).toBe(true);
});

// A slow answer is the same answer, and so is one that comes over another connection.
const sameAnswers = ['slow', 'idle-connections-closed'];
it.each(variantNames.filter((name) => !sameAnswers.includes(name)))(
  '%s, a variant, shows in an answer',
  async (name) => {
    expect(await differs({ variants: [name] })).toBe(true);
  },
);

it('gives every fault and variant a name of its own', () => {
  const names = [...faultNames, ...variantNames];
  expect(names).toHaveLength(new Set(names).size);
});

it('names lines of the policy', () => {
  const lines = new Set(ledger.map(({ number }) => number));
  for (const { policy } of [...faults, ...variants])
    expect([...lines]).toEqual(expect.arrayContaining([...policy]));
  expect(faults.filter(({ policy }) => policy.length === 0)).toEqual([]);
});

it('combines faults', async () => {
  const options = { faults: ['chatroom.source.missing', '201-for-200'] };
  for await (const [answer] of answersToProbes(options)) {
    expect(answer).toMatch(/^\[201/);
    expect(answer).not.toContain('source');
    break;
  }
});

it('offers near names for one that does not exist', async () => {
  const start = startReference({ faults: ['chatroom.sorce.nul'] });
  await expect(start).rejects.toThrow(UnknownNameError);
  await expect(start).rejects.toThrow('near: chatroom.source.null');
});
