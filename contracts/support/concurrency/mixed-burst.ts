import type { NamedObligationId } from '../../obligations/catalogue';
import type { Expectation } from '../expectation';
import { broken, held, type Finding } from '../judge/finding';
import { show } from '../judge/show';
import { patch, type PatchVariation } from '../patch';
import { probe } from '../probe';
import { send } from '../send';
import { forget } from '../state/known-state';
import { chatroomOf, readExchange } from '../state/read-room';
import { suite } from '../suite';
import { burst, type Lane } from './burst';
import { distinctInstant } from './distinct-instant';
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
  const outcomes = await Promise.allSettled([
    burst(obligation, writes),
    ...requests.map(sendRefused),
    burst(obligation, writes),
    ...[...requests].reverse().map(sendRefused),
  ]);
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  for (const register of registers) await expectNoneStored(obligation, register, refusedValues);
}

async function expectNoneStored(
  obligation: NamedObligationId,
  { room }: Register,
  refused: readonly string[],
): Promise<void> {
  forget(room);
  const exchange = await readExchange(room);
  const stored = chatroomOf(exchange)?.established_dialogue;
  if (typeof stored !== 'string') return;
  const isRefused = shownValue(refused, stored) !== undefined;
  const finding: Finding = isRefused
    ? broken({
        obligation,
        cause: 'rejected-value',
        message: `chatroom ${room.chatroom} shows ${show(stored)}, which was sent in a request that was rejected, with valid ones under way`,
        pointer: '/established_dialogue',
        received: show(stored),
        documented: 'a value of a request that was answered with 200',
      })
    : held(obligation);
  suite.collector.add([finding], exchange);
}

/** A body of the variation's own stays. */
function withValue(variation: PatchVariation, value: string): PatchVariation {
  return { body: { established_dialogue: value }, ...variation };
}
