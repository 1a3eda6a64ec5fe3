import { parseDateTime } from '../../schemas/formats/date-time';
import { bodyObligations } from '../obligations/body-obligations';
import { obligationOf } from '../obligations/catalogue';
import { expectSameForAnyAccept } from '../support/answers/any-accept';
import { documentedStatuses, recordChoice } from '../support/answers/choices';
import { freshInstant } from '../support/fresh-instant';
import type { Exchange } from '../support/exchange/exchange';
import { held } from '../support/judge/finding';
import { need, obligation, obligationsSeen } from '../support/obligation';
import {
  foreignRoom,
  otherRooms,
  room,
  roomOfEveryBrand,
  roomsOfOtherBrands,
  watchedOfOtherBrands,
  type Room,
} from '../support/rooms';
import { sendPatch } from '../support/send-patch';
import { sentValue } from '../support/sent-value';
import { unwantedDifferences, type Difference } from '../support/state/differences';
import { chatroomOf } from '../support/state/chatroom-of';
import { readExchange, readRoom, stateOf } from '../support/state/read-room';
import { withoutLostValues } from '../support/state/kept-values';
import { allHaveActed } from '../support/state/all-have-acted';
import { firstState, forget, knownState, type ChatroomState } from '../support/state/known-state';
import {
  hasMovedAt,
  movedForward,
  movesEachSecond,
  movesEachTime,
  movesWithEachRead,
  type HasMoved,
} from '../support/state/moves';
import { changed } from '../support/state/changed';
import { compareInstant } from '../support/state/compare-instant';
import { before, expectUnchanged, type Before } from '../support/state/unchanged';
import { suite } from '../support/suite';
import { expectKept, expectStillStored, wrongValue } from '../support/values';
import {
  brandBody,
  clearedBody,
  emptiedBody,
  idBody,
  readOnlyBody,
  strayPivotsBody,
  undocumentedBody,
  wrappedBodies,
} from './ignored-fields';

const unreadable = 'the chatroom could not be read with {}';
const plainValue = {
  status: '200/status',
  answered: '200/value/answered',
  stored: '200/value/stored',
} as const;

describe('200 OK', () => {
  describe('returns the updated chatroom', () => {
    obligation('200/status', async () => {
      const value = freshInstant();
      await expectKept({ ...plainValue, value });
      if (!isPlainKept()) return;
      await expectKept({ ...plainValue, value, variant: 'the value that is there already' });
      const spaced = freshInstant();
      await expectKept({
        ...plainValue,
        value: spaced,
        variant: 'JSON with spaces',
        request: { body: `{ "established_dialogue" : "${spaced}" }\n` },
      });
      await expectKept({
        ...plainValue,
        value: freshInstant(),
        variant: 'header names in lower case',
        request: { lowerCaseNames: true },
      });
    });

    obligation('200/value/answered', async () => {
      await expectKept({ ...plainValue, value: freshInstant() });
    });

    obligation('200/value/stored', async () => {
      const value = freshInstant();
      const kept = await expectKept({ ...plainValue, value });
      await expectStillStored({ ...plainValue, value }, kept);
      if (!isPlainKept()) return;
      // What looks alike at a glance is another value: of the same minute, of the same day; and the one before the last again.
      const sameMinute = value.replace(/..\./, value.includes(':30.') ? '31.' : '30.');
      for (const alike of [sameMinute, value, value.replace(/T../, 'T09')])
        await expectKept({ ...plainValue, value: alike });
    });

    obligation('200/value/every-brand', async () => {
      const id = '200/value/every-brand';
      const keeps = async (where: Room, value: string): Promise<void> => {
        const isFirst = roomOfEveryBrand.includes(where);
        const variant = `${isFirst ? '' : `chatroom ${where.chatroom} of `}brand ${where.brand}`;
        await expectKept({ value, room: where, status: id, answered: id, stored: id, variant });
      };
      for (const one of roomOfEveryBrand) await keeps(one, freshInstant());
      // The others of the first brand are left alone for now: some changes can be seen only once, and are looked for there.
      for (const one of watchedOfOtherBrands)
        if (!roomOfEveryBrand.includes(one)) await keeps(one, freshInstant());
      // Two chatrooms may have the same value.
      const value = freshInstant();
      for (const one of roomOfEveryBrand.slice(0, 2)) await keeps(one, value);
    });
  });

  describe('an empty object', () => {
    obligation('200/empty-body/status', async () => {
      for (const one of [room, ...otherRooms]) await readRoom(one);
    });

    obligation('200/empty-body/unchanged', async () => {
      const id = '200/empty-body/unchanged';
      const watched = await before(room);
      const exchange = await readExchange(room);
      await expectUnchanged(id, watched, exchange);
      const [moved] = movedForward(watched.state, knownState(room)).values();
      if (moved !== undefined && (await movesWithEachRead(room, moved.pointer)))
        suite.collector.add([changed(id, moved, room)], exchange);
    });
  });

  describe('changes what was sent and nothing else', () => {
    obligation('200/state/other-fields', async () => {
      const id = '200/state/other-fields';
      const watched = await before(room);
      need(watched.state, unreadable);
      const body = { established_dialogue: freshInstant() };
      const exchange = await sendPatch({ body }, { obligation: '200/status', statuses: [200] });
      const found = await expectUnchanged(id, watched, exchange, { ignored: ['/established_dialogue'] });
      if (found.length === 0) await expectNothingMoved(watched.state);
      for (const one of roomsOfOtherBrands) await expectNothingMovedIn(one);
    });

    obligation('200/state/other-chatrooms', async () => {
      const id = '200/state/other-chatrooms';
      need(otherRooms[0], 'the target has a single chatroom');
      const watched: Before[] = [];
      for (const one of otherRooms) watched.push(await before(one));
      const exchange = await patchAnew();
      for (const one of watched) await expectUnchanged(id, one, exchange);
      await expectNotMovedAlong(watched, patchAnew);
    });

    obligation('200/state/read-only-fields', async () => {
      const id = '200/state/read-only-fields';
      await expectIgnored(id, room, readOnlyBody);
      if (!suite.collector.isViolated(id)) await expectIgnored(id, room, strayPivotsBody, [undefined]);
      if (!suite.collector.isViolated(id)) await expectIgnored(id, room, emptiedBody);
      if (!suite.collector.isViolated(id)) await expectIgnored(id, room, clearedBody, [undefined]);
      for (const one of roomOfEveryBrand.slice(1)) {
        if (suite.collector.isViolated(id)) break;
        // A PATCH of another chatroom may have changed it: that has an obligation of its own.
        forget(one);
        await expectIgnored(id, one, readOnlyBody, [undefined]);
      }
    });
    obligation('200/state/undocumented-fields', async () => {
      const id = '200/state/undocumented-fields';
      await expectIgnored(id, room, (state) => ({
        ...undocumentedBody,
        ...idBody(state),
        ...(foreignRoom === undefined ? {} : brandBody(foreignRoom.brand)),
      }));
      for (const body of wrappedBodies) await expectIgnored(id, room, () => body, [undefined]);
    });
  });

  describe('answers', () => {
    obligation('200/accept/any', async () => {
      const id = '200/accept/any';
      const kept = await expectSameForAnyAccept(
        id,
        () => ({ body: { established_dialogue: freshInstant() } }),
        {
          obligation: '200/status',
          statuses: [200],
        },
      );
      const expectation = { obligation: id, statuses: [200], variant: 'no Accept' } as const;
      if (!suite.collector.isViolated('200/empty-body/status'))
        await sendPatch({ accept: null }, expectation);
      const value = sentValue(kept.request) ?? '';
      // What is wrong with any value is not so for this header.
      if (suite.collector.isViolated('200/value/answered')) return;
      await expectStillStored({ value, status: id, answered: id, stored: id, variant: 'Accept: */*' }, kept);
    });

    obligationsSeen([
      '200/header/content-type',
      '200/body',
      ...bodyObligations(200).map(({ id }) => id),
      '200/body/id_chatroom/requested',
      '200/body/ambassadors/*/online/rule',
      '200/body/ambassadors/*/chatroom_pivot_data/*/id_chatroom/requested',
      '200/body/ambassadors/*/chatroom_pivot_data/*/id_ambassador/own',
    ]);
  });
});

function isPlainKept(): boolean {
  return !['200/value/answered', '200/value/stored'].some((id) => suite.collector.isViolated(id));
}

/** A plain PATCH, with a value that no other request sends. */
function patchAnew(where: Room = room): Promise<Exchange> {
  const body = { established_dialogue: freshInstant() };
  return sendPatch({ room: where, body }, { obligation: '200/status', statuses: [200] });
}

/** What moves in another chatroom with every PATCH, and not between reads, is moved by it. */
async function expectNotMovedAlong(
  watched: readonly Before[],
  patchRoom: () => Promise<Exchange>,
): Promise<void> {
  const id = '200/state/other-chatrooms';
  for (const one of watched) {
    const [moved] = movedForward(one.state, knownState(one.room)).values();
    if (moved === undefined || !(await movesEachTime(one.room, moved.pointer, patchRoom))) continue;
    suite.collector.add([changed(id, moved, one.room)], await patchRoom());
    return;
  }
}

/** What people move forward may move once by chance; with every PATCH it is the PATCH that moves it. */
async function expectNothingMoved(before: ChatroomState | undefined): Promise<void> {
  const id = '200/state/other-fields';
  const after = await stateOf(room);
  // What a read alone moves is known by then.
  if (suite.collector.isViolated('200/empty-body/unchanged')) return;
  const once = movedForward(before, after);
  if (once.size > 0) {
    const exchange = await patchAnew();
    const again = [...movedForward(after, await readRoom(room)).values()].find(({ pointer }) =>
      once.has(pointer),
    );
    suite.collector.add([again === undefined ? held(id) : changed(id, again, room)], exchange);
    if (again !== undefined) return;
  }
  await expectNothingMovesByTheSecond(patchAnew);
}

/** What people move forward in a chatroom of another brand, and a PATCH moves each time. */
async function expectNothingMovedIn(one: Room): Promise<void> {
  const id = '200/state/other-fields';
  if (suite.collector.isViolated(id) || suite.collector.isViolated('200/empty-body/unchanged')) return;
  const watched = await before(one);
  const patchOne = (): Promise<Exchange> => patchAnew(one);
  const exchange = await patchOne();
  const [moved] = movedForward(watched.state, await readRoom(one)).values();
  if (moved !== undefined && (await movesEachTime(one, moved.pointer, patchOne)))
    suite.collector.add([changed(id, moved, one)], exchange);
}

/** Each takes seconds. */
const suspectsAtMost = 3;

/** What has moved since the run began, and may be kept to the second: whether it is the PATCH that moves it. */
async function expectNothingMovesByTheSecond(patchAgain: () => Promise<Exchange>): Promise<void> {
  const [first, now] = [firstState(room), await stateOf(room)];
  const suspects: readonly { moved: Difference | undefined; hasMoved: HasMoved }[] = [
    ...[...movedForward(first, now).values()].slice(0, suspectsAtMost).map((moved) => ({
      moved,
      hasMoved: hasMovedAt(moved.pointer),
    })),
    {
      moved: allHaveActed(first, now),
      hasMoved: (before, after) => allHaveActed(before, after) !== undefined,
    },
  ];
  for (const { moved, hasMoved } of suspects) {
    if (moved === undefined || !(await movesEachSecond(room, hasMoved, patchAgain))) continue;
    suite.collector.add([changed('200/state/other-fields', moved, room)], await patchAgain());
  }
}

/** Sends fields that must be ignored, alone and beside a value. A 422 is allowed, and then nothing changes. */
async function expectIgnored(
  id: '200/state/read-only-fields' | '200/state/undocumented-fields',
  where: Room,
  fieldsFor: typeof readOnlyBody,
  values: readonly (string | undefined)[] = [undefined, freshInstant()],
): Promise<void> {
  for (const value of values) {
    // Where any value changes other fields, it is not these that do.
    if (value !== undefined && suite.collector.isViolated('200/state/other-fields')) return;
    const watched = await before(where);
    const state = need(watched.state, unreadable);
    const body = { ...fieldsFor(state), ...(value === undefined ? {} : { established_dialogue: value }) };
    const exchange = await sendPatch(
      { room: where, body },
      {
        obligation: 'any/answer/status',
        statuses: documentedStatuses,
        variant: id,
      },
    );
    const status = exchange.response?.status;
    if (status !== undefined && documentedStatuses.includes(status))
      recordChoice(id, `${obligationOf(id).title}: they get`, status, documentedStatuses);
    const ignored = value === undefined ? [] : ['/established_dialogue'];
    const [echoed] = withoutLostValues(
      unwantedDifferences(state, chatroomOf(exchange) ?? state, body),
    ).filter(({ pointer }) => !ignored.includes(pointer));
    const found = await expectUnchanged(id, watched, exchange, { ignored, sent: body });
    // What is answered and not stored was not taken, but the answer says that it was.
    if (echoed !== undefined && found.length === 0)
      suite.collector.add([changed(id, echoed, where)], exchange);
    if (found.length === 0 && value !== undefined) expectTaken(id, where, value, exchange);
    // What could be overwritten can be put back the same way.
    if (found.length > 0) await takeBack(state, where);
  }
}

/** Beside fields that are ignored, the value is taken: they must not choose where it goes. */
function expectTaken(
  id: '200/state/read-only-fields' | '200/state/undocumented-fields',
  where: Room,
  value: string,
  exchange: Exchange,
): void {
  const received = knownState(where)?.established_dialogue;
  // A value that is no date-time at all is the schema's business.
  const isDateTime = typeof received === 'string' && parseDateTime(received) !== undefined;
  if (chatroomOf(exchange) === undefined || !isDateTime || !isPlainKept()) return;
  if (compareInstant(value, received) !== 'different') return;
  const variant = 'beside such fields';
  suite.collector.add(
    [wrongValue({ value, variant, answered: id, stored: id }, 'stored', received)],
    exchange,
  );
}

/** A chatroom that went to another brand is asked for as that brand. */
async function takeBack(state: ChatroomState, where: Room): Promise<void> {
  const expectation = { obligation: 'any/answer/status', statuses: documentedStatuses };
  const brand = foreignRoom === undefined ? {} : { brand: String(foreignRoom.brand) };
  if (knownState(where) !== undefined) await sendPatch({ room: where, body: state }, expectation);
  else await sendPatch({ room: where, ...brand, body: brandBody(where.brand) }, expectation);
}
