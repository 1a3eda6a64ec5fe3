import { setTimeout as wait } from 'node:timers/promises';

import type { NamedObligationId } from '../../obligations/catalogue';
import type { Expectation } from '../expectation';
import { broken, held, type Finding } from '../judge/finding';
import { show } from '../judge/show';
import { patch, type PatchVariation } from '../patch';
import { probe } from '../probe';
import { send } from '../send';
import { allEnded } from '../side-by-side';
import { suite } from '../suite';
import { burst, readOf, type Lane } from './burst';
import { distinctInstant } from './distinct-instant';
import { judgeHistory } from './judge-history';
import { shownValue, type Register } from './register';

/** A request that is rejected where it is sent alone. */
export interface Refused {
  readonly variation: PatchVariation;
  readonly expectation: Expectation;
}

/** Those that get their answer while nothing else is under way: the others are no matter of concurrency. */
export async function refusedAlone(requests: readonly Refused[]): Promise<Refused[]> {
  const refused: Refused[] = [];
  for (const one of requests) {
    const { exchange, findings } = await probe(withValue(one.variation, distinctInstant()), one.expectation);
    const isRefused = one.expectation.statuses.includes(exchange.response?.status ?? 0);
    if (isRefused && findings.every(({ kind }) => kind !== 'broken')) refused.push(one);
  }
  return refused;
}

/**
 * Writes of some chatrooms with requests that are rejected among them, all at once: each must get the answer
 * that it gets alone, and no value of a rejected one may be left behind (ledger entries 13, 17 and 18).
 */
export async function mixedBurst(
  obligation: NamedObligationId,
  registers: readonly Register[],
  requests: readonly Refused[],
): Promise<void> {
  const refusedValues: string[] = [];
  const sendRefused = async ({ variation, expectation }: Refused): Promise<void> => {
    const value = distinctInstant();
    refusedValues.push(value);
    const { variant = '' } = expectation;
    await send(patch(withValue(variation, value)), {
      ...expectation,
      variant: `${variant}, with valid requests under way`,
    });
  };
  const writes = registers.map((register): Lane => ({ register, steps: ['write'] }));
  await allEnded<unknown>([
    burst(obligation, writes),
    ...requests.map(sendRefused),
    burst(obligation, writes),
    ...[...requests].reverse().map(sendRefused),
  ]);
  for (const register of registers) await expectNoneStored(obligation, register, refusedValues);
  const [register] = registers;
  if (register === undefined || suite.collector.isViolated(obligation)) return;
  const rejected = requests.filter(({ variation }) => variation.id === undefined).slice(-2);
  await expectNonePutBack(obligation, register, () => rejected.map(sendRefused));
}

async function expectNoneStored(
  obligation: NamedObligationId,
  register: Register,
  refused: readonly string[],
): Promise<void> {
  const last = await readOf(obligation, register);
  if (last === undefined) return;
  const isRefused = shownValue(refused, last.value) !== undefined;
  const finding: Finding = isRefused
    ? broken({
        obligation,
        cause: 'rejected-value',
        message: `chatroom ${register.room.chatroom} shows ${show(last.value)}, which was sent in a request that was rejected, with valid ones under way`,
        pointer: '/established_dialogue',
        received: show(last.value),
        documented: 'a value of a request that was answered with 200',
      })
    : held(obligation);
  suite.collector.add([finding], last.exchange);
}

/** How far into the time of an answer a write begins that comes behind requests which are rejected. */
const writesAt = [0, 0.25, 0.5, 0.75];

/** A request that is rejected must not put back, at its end, what it found at its beginning: a write comes between. */
async function expectNonePutBack(
  obligation: NamedObligationId,
  used: Register,
  sendRejected: () => readonly Promise<void>[],
): Promise<void> {
  const first = await readOf(obligation, used);
  if (first === undefined) return;
  // A history of its own: other specs have written since the one before.
  const register: Register = { ...used, initial: first.value, operations: [], sent: [] };
  const answerMs = used.alone.response?.durationMs ?? 0;
  for (const part of writesAt) {
    const write = async (): Promise<void> => {
      await wait(part * answerMs);
      await burst(obligation, [{ register, steps: ['write'] }]);
    };
    await allEnded<unknown>([...sendRejected(), write()]);
    await readOf(obligation, register);
  }
  for (const { finding, exchange } of judgeHistory(register))
    suite.collector.add([{ ...finding, obligation } as Finding], exchange);
}

/** A body of the variation's own stays. */
function withValue(variation: PatchVariation, value: string): PatchVariation {
  return { body: { established_dialogue: value }, ...variation };
}
