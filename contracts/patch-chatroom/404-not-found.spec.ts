import type { NamedObligationId } from '../obligations/catalogue';
import { expectAllRejected, type RejectedRequest } from '../support/answers/rejections';
import { expectOthersUntouched, watchOtherRooms } from '../support/answers/others-untouched';
import { freshInstant } from '../support/fresh-instant';
import { obligation, obligationsSeen } from '../support/obligation';
import { room, roomsOfOtherBrands } from '../support/rooms';
import { suite } from '../support/suite';

const { unknownChatroom } = suite.target;
const statuses = [404, 422];
/** What numbers of 32 bits, doubles, signed numbers of 64 bits and most others do not hold; the first, cut, is the brand's own chatroom. */
const longIds: Readonly<Record<string, string>> = {
  'an id beyond 32 bits': String(2 ** 32 + room.chatroom),
  'an id beyond 53 bits': String(2n ** 53n + 1n + 2n * BigInt(room.chatroom)),
  'an id beyond 63 bits': String(2n ** 63n + BigInt(room.chatroom)),
  // Short enough for whatever stands before the API: some take requests of 2 kB at most.
  'an id of 1,500 digits': '8'.repeat(1_500),
};

/** The brand's own chatroom is watched: an id that is cut or taken loosely would reach it. */
async function rejectsIds(
  id: NamedObligationId,
  ids: Readonly<Record<string, string>>,
  others: readonly RejectedRequest[] = [],
): Promise<void> {
  await expectAllRejected([
    ...Object.entries(ids).map(([variant, chatroom]) => ({
      variationOf: () => ({ id: chatroom, body: { established_dialogue: freshInstant() } }),
      rejection: { obligation: id, statuses, variant, ...(variant in longIds && { choice: variant }) },
    })),
    ...others,
  ]);
}

describe('404 Not found', () => {
  watchOtherRooms();

  obligation('404/chatroom/unknown', async () => {
    const rejection = { obligation: '404/chatroom/unknown', statuses: [404] } as const;
    const unknown = (bodyOf: () => object, variant?: string, brand = room.brand): RejectedRequest => ({
      variationOf: () => ({ id: String(unknownChatroom), brand: String(brand), body: bodyOf() }),
      rejection: { ...rejection, variant },
    });
    const withValue = (): object => ({ established_dialogue: freshInstant() });
    await expectAllRejected([
      unknown(withValue),
      unknown(() => ({}), '{}'),
      ...roomsOfOtherBrands.map(({ brand }) => unknown(withValue, `brand ${brand}`, brand)),
    ]);
  });

  describe('an id that is no integer in range', () => {
    obligation('404/id/text', () =>
      rejectsIds('404/id/text', {
        'the id abc': 'abc',
        'an id in hexadecimal': `0x${room.chatroom.toString(16)}`,
        'an id in octal': `0o${room.chatroom.toString(8)}`,
        'an id with an exponent': `${room.chatroom}e0`,
      }),
    );

    obligation('404/id/trailing-text', () =>
      rejectsIds(
        '404/id/trailing-text',
        {
          'an id with text behind its digits': `${room.chatroom}abc`,
          'an id with a quote behind it': `${room.chatroom}%27`,
          'two ids': `${room.chatroom},${room.chatroom + 1}`,
        },
        // Ids may be read brand by brand.
        roomsOfOtherBrands.map(({ brand, chatroom }) => ({
          variationOf: () => ({
            id: `${chatroom}abc`,
            brand: String(brand),
            body: { established_dialogue: freshInstant() },
          }),
          rejection: {
            obligation: '404/id/trailing-text',
            statuses,
            variant: `an id with text behind its digits, brand ${brand}`,
          },
        })),
      ),
    );

    obligation('404/id/decimal', () =>
      rejectsIds('404/id/decimal', { 'an id with a fraction': `${room.chatroom}.5` }),
    );

    obligation('404/id/negative', () =>
      // Some lists count from their end.
      rejectsIds('404/id/negative', { 'a negative id': `-${room.chatroom}`, 'the id -1': '-1' }),
    );

    // Cut to 64 or 32 bits, they are the brand's own chatroom.
    obligation('404/id/out-of-range', async () => {
      const id = '404/id/out-of-range';
      // To an API with longer ids, the others are unknown chatrooms.
      const isUnknownKept = !suite.collector.isViolated('404/chatroom/unknown');
      await rejectsIds(id, {
        'an id of 20 digits': String(2n ** 64n + BigInt(room.chatroom)),
        ...(isUnknownKept ? longIds : {}),
      });
    });
  });

  obligation('404/state/unchanged', () => expectOthersUntouched('404/state/unchanged'));

  obligationsSeen(['404/body/parses']);
});
