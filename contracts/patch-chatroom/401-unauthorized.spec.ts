import { bodyObligations } from '../obligations/body-obligations';
import type { NamedObligationId } from '../obligations/catalogue';
import { expectSameForAnyAccept } from '../support/answers/any-accept';
import { expectAllRejected, expectRejected } from '../support/answers/rejections';
import { expectOthersUntouched, watchOtherRooms } from '../support/answers/others-untouched';
import { nearTokens } from '../support/exchange/near-tokens';
import { freshInstant } from '../support/fresh-instant';
import { obligation, obligationsSeen } from '../support/obligation';
import { bearer, type PatchVariation } from '../support/patch';
import { foreignRoom, room, roomInTurn, roomOfEveryBrand, roomsOfOtherBrands } from '../support/rooms';
import { suite } from '../support/suite';
import { faultyRequests } from './faulty-requests';

const { token, unknownChatroom } = suite.target;

/** A value that would be seen if it were stored. */
const withValue = (variation: PatchVariation): PatchVariation => ({
  body: { established_dialogue: freshInstant() },
  ...variation,
});
const withoutToken = (variation: PatchVariation): PatchVariation =>
  withValue({ authorization: null, ...variation });
const unknown = bearer('a-token-that-nobody-was-given');
const statuses = [401];

/**
 * Each variation with every kind of credentials that get a 401. Whom the API lets in is not rejected before anything else,
 * either: one promise is broken, and not two.
 */
function ofStrangers(
  variations: Readonly<Record<string, PatchVariation>>,
): Readonly<Record<string, PatchVariation>> {
  const strangers = [
    { who: '', authorization: null },
    { who: 'an unknown token, and ', authorization: unknown, tried: '401/token/unknown' },
    { who: 'another scheme, and ', authorization: `Basic ${token}`, tried: '401/token/other-scheme' },
  ].filter(({ tried }) => tried === undefined || !suite.collector.isViolated(tried));
  return Object.fromEntries(
    strangers.flatMap(({ who, authorization }) =>
      Object.entries(variations).map(([what, variation]) => [
        `${who}${what}`,
        withValue({ authorization, ...variation }),
      ]),
    ),
  );
}

/** Sends variations, by what is special about them, that must all get a 401. */
async function rejectsAll(
  id: NamedObligationId,
  variations: Readonly<Record<string, PatchVariation>>,
): Promise<void> {
  await expectAllRejected(
    Object.entries(variations).map(([variant, variation], index) => ({
      variationOf: () => ({ ...(isOfAnyRoom(variation) && { room: roomInTurn(index) }), ...variation }),
      rejection: { obligation: id, statuses, variant },
    })),
  );
}

/** Whether nothing about it is of a chatroom or a brand. */
function isOfAnyRoom({ room: named, brand, id }: PatchVariation): boolean {
  return [named, brand, id].every((one) => one === undefined);
}

describe('401 Unauthorized', () => {
  watchOtherRooms();

  describe('who is not known', () => {
    obligation('401/token/missing', () =>
      rejectsAll('401/token/missing', {
        'a value': withoutToken({}),
        '{}': { authorization: null },
        ...Object.fromEntries(
          roomsOfOtherBrands.map((one) => [`brand ${one.brand}`, withoutToken({ room: one })]),
        ),
      }),
    );

    obligation('401/token/empty', async () => {
      await expectRejected(withValue({ authorization: 'Bearer ' }), {
        obligation: '401/token/empty',
        statuses,
      });
    });

    obligation('401/token/unknown', () =>
      rejectsAll('401/token/unknown', {
        'an unknown token': withValue({ authorization: unknown }),
        'the token null': withValue({ authorization: bearer('null') }),
        'the token undefined': withValue({ authorization: bearer('undefined') }),
        'a name that every object has': withValue({ authorization: bearer('toString') }),
        'the word token in quotes': withValue({ authorization: bearer('"token"') }),
        'a token that nobody has signed': withValue({ authorization: bearer('eyJhbGciOiJub25lIn0.e30.e30') }),
        // Short enough for whatever stands before the API.
        'a token of 3,000 characters': withValue({ authorization: bearer('x'.repeat(3_000)) }),
        ...Object.fromEntries(
          roomOfEveryBrand
            .slice(1, 4)
            .map((one) => [
              `an unknown token, brand ${one.brand}`,
              withValue({ authorization: unknown, room: one }),
            ]),
        ),
      }),
    );

    obligation('401/token/near', () =>
      rejectsAll(
        '401/token/near',
        Object.fromEntries(
          Object.entries(nearTokens(token)).map(([variant, { sent }]) => [
            variant,
            withValue({ authorization: bearer(sent) }),
          ]),
        ),
      ),
    );

    obligation('401/token/other-scheme', () =>
      rejectsAll('401/token/other-scheme', {
        'the scheme Basic': withValue({ authorization: `Basic ${token}` }),
        'the scheme Basic, of a user and the token': withValue({
          authorization: `Basic ${Buffer.from(`user:${token}`).toString('base64')}`,
        }),
        'the scheme Basic, of the token and no password': withValue({
          authorization: `Basic ${Buffer.from(`${token}:`).toString('base64')}`,
        }),
        'the scheme Bearerx': withValue({ authorization: `Bearerx ${token}` }),
        'the scheme Digest': withValue({ authorization: `Digest ${token}` }),
        'the scheme Token': withValue({ authorization: `Token ${token}` }),
        'a token without a scheme': withValue({ authorization: token }),
      }),
    );
  });

  describe('comes before anything else', () => {
    obligation('401/before/brand', () =>
      rejectsAll(
        '401/before/brand',
        ofStrangers({
          'a missing brand': { brand: null },
          'the brand abc': { brand: 'abc' },
          'an empty brand': { brand: '' },
          'an unknown brand': { brand: '999999999' },
          ...(foreignRoom !== undefined && {
            "another brand's chatroom": { room: foreignRoom, brand: String(room.brand) },
          }),
        }),
      ),
    );

    obligation('401/before/chatroom', () =>
      rejectsAll(
        '401/before/chatroom',
        ofStrangers({ 'an unknown id': { id: String(unknownChatroom) }, 'the id abc': { id: 'abc' } }),
      ),
    );

    obligation('401/before/body', () =>
      rejectsAll('401/before/body', {
        'a body of another type': withoutToken({ contentType: 'text/plain' }),
        ...ofStrangers({
          'a malformed body': { body: '{"established_dialogue":' },
          'no body': { body: null },
          'an array as the body': { body: [] },
          'a boolean': { body: { established_dialogue: true } },
        }),
      }),
    );

    obligation('401/before/all', async () => {
      await expectAllRejected(
        faultyRequests.map(({ name, variation }) => ({
          variationOf: () => withoutToken(variation),
          rejection: { obligation: '401/before/all', statuses, variant: name },
        })),
      );
    });
  });

  obligation('401/state/unchanged', () => expectOthersUntouched('401/state/unchanged'));

  describe('answers', () => {
    obligation('401/accept/any', async () => {
      const usual = { obligation: '401/token/missing', statuses };
      await expectSameForAnyAccept('401/accept/any', () => withoutToken({}), usual);
      if (suite.collector.isViolated('401/token/unknown')) return;
      await expectSameForAnyAccept('401/accept/any', () => withValue({ authorization: unknown }), {
        obligation: '401/token/unknown',
        statuses,
      });
    });

    obligationsSeen(['401/header/content-type', '401/body', ...bodyObligations(401).map(({ id }) => id)]);
  });
});
