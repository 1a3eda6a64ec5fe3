import { bodyObligations } from '../obligations/body-obligations';
import type { NamedObligationId } from '../obligations/catalogue';
import { expectSameForAnyAccept } from '../support/answers/any-accept';
import { expectAllRejected, expectRejected, type RejectedRequest } from '../support/answers/rejections';
import { expectOthersUntouched, watchOtherRooms } from '../support/answers/others-untouched';
import { freshInstant } from '../support/fresh-instant';
import { obligation, obligationsSeen } from '../support/obligation';
import type { PatchVariation } from '../support/patch';
import { room, roomInTurn, roomsOfOtherBrands } from '../support/rooms';
import { stateOf } from '../support/state/read-room';
import { suite } from '../support/suite';
import { rejectedValues } from './date-times';
import { readOnlyBody } from './ignored-fields';

const statuses = [422];
const brandHeader = 'X-Popsell-Brand';
const field = 'established_dialogue';

/** What careless conversions, lists and wildcards take for the chatroom's own brand. */
const textBrands: readonly string[] = [
  'abc',
  `0x${room.brand.toString(16)}`,
  `${room.brand}e0`,
  `abc${room.brand}`,
  `${room.brand}.`,
  `"${room.brand}"`,
  `[${room.brand}]`,
  `${room.brand};${room.brand + 1}`,
  `${room.brand} ${room.brand + 1}`,
  `${room.brand}-${room.brand + 1}`,
  'true',
  'null',
  '*',
  'é',
];

/** Integers that are no brand of the target; loosely read, some are the chatroom's own. */
const unknownBrands: readonly { variant: string; variation: PatchVariation; choice?: string }[] = [
  { variant: 'an unknown brand', variation: { brand: '999999999' } },
  { variant: 'an unknown brand, {}', variation: { brand: '999999999', body: {} } },
  ...[
    ['the brand 0', '0'],
    ['the brand -1', '-1'],
    ['a negative brand', `-${room.brand}`],
    ['a brand beyond 32 bits', String(2 ** 32 + room.brand)],
    ['a brand beyond 64 bits', String(2n ** 64n + BigInt(room.brand))],
    // Short enough for whatever stands before the API.
    ['a brand of 1,500 digits', '8'.repeat(1_500)],
  ].map(([variant = '', brand = '']) => ({ variant, variation: { brand }, choice: variant })),
];

/** Sends a valid value, which must not be stored, with a brand header that is not valid. */
async function rejectsBrand(id: NamedObligationId, brand: string | null): Promise<void> {
  const body = { established_dialogue: freshInstant() };
  await expectRejected({ brand, body }, { obligation: id, statuses, namesInErrors: brandHeader });
}

async function rejectsBody(id: NamedObligationId, bodies: Readonly<Record<string, string>>): Promise<void> {
  await expectAllRejected(
    Object.entries(bodies).map(([variant, body], index) => ({
      variationOf: () => ({ room: roomInTurn(index), body }),
      rejection: { obligation: id, statuses, variant },
    })),
  );
}

/** What one brand's chatrooms reject, those of all brands do. */
const inOtherBrands: Partial<Record<string, readonly RejectedRequest[]>> = {
  '422/body/established_dialogue/text': roomsOfOtherBrands.map((one) => ({
    variationOf: () => ({ room: one, body: { established_dialogue: 'soon' } }),
    rejection: {
      obligation: '422/body/established_dialogue/text',
      statuses,
      namesInErrors: field,
      variant: `brand ${one.brand}`,
    },
  })),
};

/** Nothing that stands beside an invalid value is taken, either. */
async function expectRejectedAsAWhole(): Promise<void> {
  const state = await stateOf(room);
  // Where such fields are taken anyway, it is not the rejection that does it.
  if (state === undefined || suite.collector.isViolated('200/state/read-only-fields')) return;
  const variant = 'beside read-only fields';
  for (const [value, obligation] of [
    [true, '422/body/established_dialogue/boolean'],
    [null, '422/body/established_dialogue/null'],
  ] as const) {
    const body = { ...readOnlyBody(state), established_dialogue: value };
    await expectRejected({ body }, { obligation, statuses, variant });
  }
}

/** As JSON texts: nothing else can write them. A parser may refuse the whole body, so no field need be named. */
const oddTexts: Partial<Record<string, Readonly<Record<string, string>>>> = {
  '422/body/established_dialogue/number': {
    'a number beyond 64 bits': '123456789012345678901234567890',
    'a number beyond all floats': '1e999',
    'a number of 4,000 digits': '1'.repeat(4_000),
  },
  '422/body/established_dialogue/text': { 'half of a surrogate pair': '"\\ud800"' },
};

describe('422 Unprocessable Content', () => {
  watchOtherRooms();

  describe(brandHeader, () => {
    obligation('422/header/X-Popsell-Brand/missing', async () => {
      const id = '422/header/X-Popsell-Brand/missing';
      await rejectsBrand(id, null);
      // What reads may be let in where what writes is not.
      const rejection = { obligation: id, statuses, namesInErrors: brandHeader, variant: '{}' } as const;
      await expectRejected({ brand: null }, rejection);
    });
    obligation('422/header/X-Popsell-Brand/empty', () =>
      rejectsBrand('422/header/X-Popsell-Brand/empty', ''),
    );
    obligation('422/header/X-Popsell-Brand/text', async () => {
      const obligation = '422/header/X-Popsell-Brand/text';
      await expectAllRejected(
        textBrands.map((brand) => ({
          variationOf: () => ({ brand, body: { established_dialogue: freshInstant() } }),
          rejection: { obligation, statuses, namesInErrors: brandHeader, variant: `the brand ${brand}` },
        })),
      );
    });
    obligation('422/header/X-Popsell-Brand/decimal', () =>
      rejectsBrand('422/header/X-Popsell-Brand/decimal', `${room.brand}.5`),
    );
    obligation('422/header/X-Popsell-Brand/trailing-text', () =>
      rejectsBrand('422/header/X-Popsell-Brand/trailing-text', `${room.brand}abc`),
    );
    obligation('422/header/X-Popsell-Brand/unknown', () =>
      expectAllRejected(
        unknownBrands.map(({ variation, ...one }) => ({
          variationOf: () => ({ body: { established_dialogue: freshInstant() }, ...variation }),
          rejection: {
            obligation: '422/header/X-Popsell-Brand/unknown',
            statuses: [403, 404, 422],
            ...one,
          },
        })),
      ).then(() => undefined),
    );
  });

  describe(field, () => {
    for (const id of new Set(rejectedValues.map((rejected) => rejected.obligation))) {
      obligation(id, async () => {
        await expectAllRejected([
          ...rejectedValues
            .filter((rejected) => rejected.obligation === id)
            .map(({ name, value }, index) => ({
              variationOf: () => ({ room: roomInTurn(index), body: { established_dialogue: value } }),
              rejection: { obligation: id, statuses, namesInErrors: field, variant: name },
            })),
          ...(inOtherBrands[id] ?? []),
          ...Object.entries(oddTexts[id] ?? {}).map(([variant, text]) => ({
            variationOf: () => ({ body: `{"established_dialogue":${text}}` }),
            rejection: { obligation: id, statuses, variant },
          })),
        ]);
      });
    }
  });

  describe('a body that is no JSON object', () => {
    const value = freshInstant();

    obligation('422/json/malformed', () =>
      rejectsBody('422/json/malformed', {
        'a body that is cut off': `{"established_dialogue":"${value}"`,
        'single quotes': `{'established_dialogue':'${value}'}`,
        'plain text': 'established_dialogue',
        'fields of a form': `established_dialogue=${value}`,
        'text behind an object': `{"established_dialogue":"${value}"}]`,
        'two objects': `{"established_dialogue":"${value}"}{}`,
        'a comma too many': `{"established_dialogue":"${value}",}`,
        'a comment': `{/* now */"established_dialogue":"${value}"}`,
        'a name without quotes': `{established_dialogue:"${value}"}`,
        'NaN, which is no JSON': '{"established_dialogue":NaN}',
      }),
    );
    obligation('422/json/array', () =>
      rejectsBody('422/json/array', {
        'an empty array': '[]',
        'an array of an object': `[{"established_dialogue":"${value}"}]`,
        'arrays in arrays, 1,000 deep': `${'['.repeat(1_000)}${']'.repeat(1_000)}`,
      }),
    );
    obligation('422/json/scalar', () =>
      rejectsBody('422/json/scalar', {
        'a string': `"${value}"`,
        'an empty string': '""',
        'a string that holds JSON': JSON.stringify(`{"established_dialogue":"${value}"}`),
        'a number': '8',
        true: 'true',
        false: 'false',
      }),
    );
    obligation('422/json/null', () =>
      rejectsBody('422/json/null', {
        null: 'null',
        'null in spaces': ' null ',
      }),
    );
  });

  obligation('422/state/unchanged', async () => {
    await expectRejectedAsAWhole();
    await expectOthersUntouched('422/state/unchanged');
  });

  describe('answers', () => {
    obligation('422/accept/any', async () => {
      for (const one of [room, ...roomsOfOtherBrands]) {
        if (suite.collector.isViolated('422/accept/any')) break;
        const body = { established_dialogue: true };
        await expectSameForAnyAccept('422/accept/any', () => ({ room: one, body }), {
          obligation: '422/body/established_dialogue/boolean',
          statuses,
          namesInErrors: field,
        });
      }
      await expectSameForAnyAccept('422/accept/any', () => ({ brand: null }), {
        obligation: '422/header/X-Popsell-Brand/missing',
        statuses,
        namesInErrors: brandHeader,
      });
      await expectSameForAnyAccept('422/accept/any', () => ({ body: '{"established_dialogue":' }), {
        obligation: '422/json/malformed',
        statuses,
      });
    });

    obligationsSeen(['422/header/content-type', '422/body', ...bodyObligations(422).map(({ id }) => id)]);
  });
});
