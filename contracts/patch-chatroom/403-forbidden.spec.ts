import { expectAllRejected, expectRejected } from '../support/answers/rejections';
import { expectOthersUntouched, watchOtherRooms } from '../support/answers/others-untouched';
import type { Exchange } from '../support/exchange/exchange';
import { freshInstant } from '../support/fresh-instant';
import { foreignDataIn } from '../support/judge/foreign-data';
import { obligation, obligationsSeen, need } from '../support/obligation';
import { bearer, type PatchVariation } from '../support/patch';
import { foreignRoom, lastRoomOf, room, roomOfEveryBrand, watchedRooms, type Room } from '../support/rooms';
import { before, expectUnchanged, type Before } from '../support/state/unchanged';
import { suite } from '../support/suite';

const oneBrand = 'the target has one brand, or no chatroom that only another brand has';

/** What another brand reads of a chatroom in its refusal breaks no promise, and is told. */
function noteForeignData({ room: other, state }: Before, asBrand: number, { response }: Exchange): void {
  if (state === undefined || (response?.status !== 403 && response?.status !== 404)) return;
  const shown = foreignDataIn(response.text, state);
  if (shown === undefined) return;
  suite.collector.addNotice(
    'foreign-data',
    `a ${response.status} shows ${shown} of chatroom ${other.chatroom} (brand ${other.brand}) to brand ${asBrand}`,
  );
}

describe('403 Forbidden', () => {
  watchOtherRooms();

  obligation('403/token/forbidden', async () => {
    const authorization = bearer(need(suite.target.forbiddenToken, 'the target has no forbiddenToken'));
    const withValue = (one: Room): PatchVariation => ({
      authorization,
      room: one,
      body: { established_dialogue: freshInstant() },
    });
    const rejection = { obligation: '403/token/forbidden', statuses: [403] } as const;
    // A permission may be looked up brand by brand.
    for (const one of roomOfEveryBrand.slice(0, 4)) await expectRejected(withValue(one), rejection);
    await expectRejected({ authorization, room: foreignRoom ?? room }, { ...rejection, variant: '{}' });
  });

  describe("another brand's chatroom", () => {
    // Both ways: the brand that a fault lets through may be either.
    const bothWays = (one: Room, other: Room): { asBrand: number; other: Room }[] => [
      { asBrand: one.brand, other },
      { asBrand: other.brand, other: one },
    ];
    // One of the others may be open to everybody, or let into everything.
    const pairs = (foreign: Room): { asBrand: number; other: Room }[] => [
      ...bothWays(room, foreign),
      ...roomOfEveryBrand.slice(2, 6).flatMap((one) => [...bothWays(room, one), ...bothWays(foreign, one)]),
    ];

    obligation('403/brand/foreign-chatroom', async () => {
      for (const { asBrand, other } of pairs(need(foreignRoom, oneBrand))) {
        const watched = await before(other);
        const exchange = await expectRejected(
          { room: other, brand: String(asBrand), body: { established_dialogue: freshInstant() } },
          { obligation: '403/brand/foreign-chatroom', statuses: [403, 404] },
        );
        noteForeignData(watched, asBrand, exchange);
        await expectUnchanged('403/brand/foreign-chatroom-state', watched, exchange);
      }
    });

    obligation('403/brand/foreign-chatroom-read', async () => {
      const foreign = need(foreignRoom, oneBrand);
      // Others than were written to, where there are: it may be some that are open.
      const last = pairs(foreign).map(({ asBrand, other }) => ({ asBrand, other: lastRoomOf(other) }));
      const listed = watchedRooms.map((other) => ({
        asBrand: other.brand === room.brand ? foreign.brand : room.brand,
        other,
      }));
      await expectAllRejected(
        [...last, ...listed].map(({ asBrand, other }) => ({
          variationOf: () => ({ room: other, brand: String(asBrand) }),
          rejection: { obligation: '403/brand/foreign-chatroom-read', statuses: [403, 404], variant: '{}' },
        })),
      );
    });

    obligation('403/brand/foreign-chatroom-state', () => {
      need(foreignRoom, oneBrand);
      return Promise.resolve();
    });
  });

  obligation('403/state/unchanged', () => expectOthersUntouched('403/state/unchanged'));

  obligationsSeen(['403/body/parses']);
});
