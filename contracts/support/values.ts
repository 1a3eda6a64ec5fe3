import type { NamedObligationId } from '../obligations/catalogue';
import { parseDateTime } from '../../schemas/formats/date-time';
import { expectUnchangedIfRejected, lanesForReads } from './answers/watched';
import type { Exchange } from './exchange/exchange';
import { broken, held, notice, type Finding } from './judge/finding';
import { show } from './judge/show';
import type { PatchVariation } from './patch';
import { roomKey } from './room-key';
import { room, roomForValue, type Room } from './rooms';
import { sendPatch } from './send-patch';
import { sideBySide } from './side-by-side';
import { chatroomOf } from './state/chatroom-of';
import { readExchange, readRoom } from './state/read-room';
import { compareInstant } from './state/compare-instant';
import { lastingValues } from './state/watch-lasting-values';
import { before } from './state/unchanged';
import { suite } from './suite';
import { andThenAlone } from './when-alone';

/** A value to set, and the obligations that its fate is judged under. */
export interface ValueCase {
  readonly value: string;
  /** The instant of a value whose form is too odd to be read, as RFC 3339; the value itself by default. */
  readonly meant?: string | undefined;
  readonly room?: Room;
  /** What else is special about the request that sets it. */
  readonly request?: PatchVariation;
  readonly status: NamedObligationId;
  /** The statuses that keep it; 200 alone by default. */
  readonly statuses?: readonly number[];
  readonly answered: NamedObligationId;
  readonly stored: NamedObligationId;
  readonly variant?: string;
}

const pointer = '/established_dialogue';

/**
 * Sets a value; what is answered, and what a later read shows, must be that value as an instant
 * (ledger entry 9). Where it is rejected, nothing may have changed. An obligation that stands for all of
 * this is observed once all of it held.
 */
export async function expectKept(valueCase: ValueCase): Promise<Exchange> {
  const { value, status, variant, statuses = [200] } = valueCase;
  const where = valueCase.room ?? room;
  const watched = await before(where);
  const body = { established_dialogue: value };
  const exchange = await sendPatch(
    { room: where, body, ...valueCase.request },
    {
      obligation: status,
      statuses,
      variant,
      // That a value is accepted and kept has not held before a later read shows it.
      statusIsNotAll: status === valueCase.stored,
      judge: (answer) => judgeAnswered(valueCase, answer),
    },
  );
  if (chatroomOf(exchange) !== undefined)
    await expectStored(valueCase, where, exchange, watched.state?.established_dialogue);
  else await expectUnchangedIfRejected(watched, exchange);
  return exchange;
}

/**
 * {@link expectKept} for values that have nothing to do with each other: one after the other in a chatroom, and some chatrooms at
 * a time. Resolves with the exchanges, in the order of the cases.
 */
export async function expectEachKept(cases: readonly ValueCase[]): Promise<Exchange[]> {
  const byRoom = new Map<string, [number, ValueCase][]>();
  for (const [index, one] of cases.entries()) {
    const key = roomKey(one.room ?? room);
    byRoom.set(key, [...(byRoom.get(key) ?? []), [index, one]]);
  }
  const exchanges: Exchange[] = [];
  await andThenAlone(() =>
    sideBySide([...byRoom.values()], lanesForReads(), async (ofRoom) => {
      for (const [index, one] of ofRoom) exchanges[index] = await expectKept(one);
    }),
  );
  return exchanges;
}

/** Where values go: to each brand in turn, where each keeps a plain one; elsewhere that is told once, and not for each special one. */
export function roomsForValues(): (index: number) => Room {
  const areAlike = [
    '200/value/answered',
    '200/value/stored',
    '200/value/every-brand',
    '200/state/other-chatrooms',
  ];
  return areAlike.some((id) => suite.collector.isViolated(id)) ? () => room : roomForValue;
}

/** Reads once more what {@link expectKept} found to be kept: a value must not be gone by being read. */
export async function expectStillStored(valueCase: ValueCase, kept: Exchange): Promise<void> {
  if (chatroomOf(kept) === undefined) return;
  if ([valueCase.answered, valueCase.stored].some((id) => suite.collector.isViolated(id))) return;
  const exchange = await readExchange(valueCase.room ?? room);
  suite.collector.add(judgeValue(valueCase, 'stored', chatroomOf(exchange)?.established_dialogue), exchange);
}

/** A wrong value that was also answered is one fault, unless the request was ignored altogether. */
async function expectStored(
  valueCase: ValueCase,
  where: Room,
  exchange: Exchange,
  valueBefore: unknown,
): Promise<void> {
  const stored = (await readRoom(where))?.established_dialogue;
  const answered = chatroomOf(exchange)?.established_dialogue;
  if (
    stored === answered &&
    stored !== valueBefore &&
    compareInstant(meantBy(valueCase), stored) === 'different'
  )
    return;
  const findings = judgeValue(valueCase, 'stored', stored);
  const isHalf = valueCase.answered === valueCase.stored && !isValue(meantBy(valueCase), answered);
  suite.collector.add(isHalf ? findings.filter(({ kind }) => kind !== 'held') : findings, exchange);
  if (stored !== undefined && isValue(meantBy(valueCase), stored)) lastingValues.noteKept(where, stored);
}

function meantBy({ value, meant = value }: ValueCase): string {
  return meant;
}

function isValue(value: string, received: unknown): boolean {
  return compareInstant(value, received) !== 'different';
}

function judgeAnswered(valueCase: ValueCase, answer: Exchange): Finding[] {
  const findings = judgeValue(valueCase, 'answered', chatroomOf(answer)?.established_dialogue);
  if (valueCase.status !== valueCase.stored) return findings;
  if (answer.response?.status !== 200) return [held(valueCase.status)];
  return findings.filter(({ kind }) => kind !== 'held');
}

/** A value that is no date-time at all is the schema's business. */
function judgeValue(valueCase: ValueCase, aspect: 'answered' | 'stored', received: unknown): Finding[] {
  if (typeof received !== 'string' || parseDateTime(received) === undefined) return [];
  const obligation = valueCase[aspect];
  const comparison = compareInstant(meantBy(valueCase), received);
  if (comparison === 'different')
    return isKnown(obligation, aspect) ? [] : [wrongValue(valueCase, aspect, received)];
  const lost = notice('lost-digits', 'digits below a second are lost', pointer);
  return [held(obligation), ...(comparison === 'lost-digits' ? [lost] : [])];
}

/** Where a plain value is already not kept, the special ones tell nothing new. */
function isKnown(obligation: NamedObligationId, aspect: 'answered' | 'stored'): boolean {
  const plain = `200/value/${aspect}`;
  return obligation !== plain && suite.collector.isViolated(plain);
}

/** The violation of a value that is not the one that was sent. */
export function wrongValue(
  { value, variant, ...obligations }: Pick<ValueCase, 'value' | 'variant' | 'answered' | 'stored'>,
  aspect: 'answered' | 'stored',
  received: string,
): Finding {
  const of = variant === undefined ? '' : ` (${variant})`;
  return broken({
    obligation: obligations[aspect],
    cause: aspect,
    message:
      aspect === 'answered'
        ? `${show(value)}${of} was sent and ${show(received)} answered`
        : `${show(value)}${of} was answered with 200, and a later read shows ${show(received)}`,
    pointer,
    received: show(received),
    documented: `${show(value)}, as an instant`,
  });
}
