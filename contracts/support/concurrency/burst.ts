import type { NamedObligationId } from '../../obligations/catalogue';
import type { Exchange } from '../exchange/exchange';
import { patch } from '../patch';
import { send } from '../send';
import { allEnded } from '../side-by-side';
import { forget } from '../state/known-state';
import { chatroomOf } from '../state/chatroom-of';
import { distinctInstant } from './distinct-instant';
import { judgeOwnAnswer } from './judge-own-answer';
import type { RecordedOperation, Register } from './register';

/** What one client does, one request after the other. */
export interface Lane {
  readonly register: Register;
  readonly steps: readonly Step[];
}

/** A PATCH with a value that no other sends, or with {}. */
export type Step = 'write' | 'read';

/** Lets all lanes go at once, has their answers judged under the obligation, and records what they did to the registers. */
export async function burst(obligation: NamedObligationId, lanes: readonly Lane[]): Promise<void> {
  await allEnded(
    lanes.map(async ({ register, steps }) => {
      for (const step of steps)
        await (step === 'write' ? write(obligation, register) : readOf(obligation, register));
    }),
  );
}

async function write(obligation: NamedObligationId, register: Register): Promise<void> {
  const value = distinctInstant();
  register.sent.push(value);
  const { exchange, ...times } = await timed(obligation, register, value);
  // A PATCH that was refused should have changed nothing, but that is another obligation's matter.
  const endedAtMs = exchange.response?.status === 200 ? times.endedAtMs : Infinity;
  register.operations.push({ kind: 'write', value, exchange, ...times, endedAtMs });
}

/** Reads a register and records it; undefined where the answer has no value. */
export async function readOf(
  obligation: NamedObligationId,
  register: Register,
): Promise<RecordedOperation | undefined> {
  const { exchange, ...times } = await timed(obligation, register, undefined);
  const value = chatroomOf(exchange)?.established_dialogue;
  if (typeof value !== 'string') return undefined;
  const operation: RecordedOperation = { kind: 'read', value, exchange, ...times };
  register.operations.push(operation);
  return operation;
}

interface Timed {
  readonly exchange: Exchange;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
}

/** Sends a request; after a 429 its time goes on, from the first sending to the last answer. */
async function timed(
  obligation: NamedObligationId,
  register: Register,
  value: string | undefined,
): Promise<Timed> {
  const { room } = register;
  const body = value === undefined ? {} : { established_dialogue: value };
  let startedAtMs: number | undefined;
  const exchange = await send(
    patch({ room, body }),
    {
      obligation,
      statuses: [200],
      variant: `chatroom ${room.chatroom} with other requests under way`,
      judge: (answer) => judgeOwnAnswer(obligation, register, value, answer),
    },
    () => (startedAtMs ??= performance.now()),
  );
  forget(room);
  const endedAtMs = performance.now();
  return { exchange, startedAtMs: startedAtMs ?? endedAtMs, endedAtMs };
}
