import { bodyObligations } from '../obligations/body-obligations';
import type { NamedObligationId } from '../obligations/catalogue';
import { expectAllRejected, expectRejected, expectSameForAnyAccept } from '../support/answers';
import { freshInstant } from '../support/fresh-instant';
import { obligation, obligationsSeen } from '../support/obligation';
import { room } from '../support/rooms';
import { rejectedValues } from './date-times';

const statuses = [422];
const brandHeader = 'X-Popsell-Brand';
const field = 'established_dialogue';

/** Sends a valid value, which must not be stored, with a brand header that is not valid. */
async function rejectsBrand(id: NamedObligationId, brand: string | null): Promise<void> {
  const body = { established_dialogue: freshInstant() };
  await expectRejected({ brand, body }, { obligation: id, statuses, namesInErrors: brandHeader });
}

async function rejectsBody(id: NamedObligationId, bodies: Readonly<Record<string, string>>): Promise<void> {
  await expectAllRejected(
    Object.entries(bodies).map(([variant, body]) => ({
      variationOf: () => ({ body }),
      rejection: { obligation: id, statuses, variant },
    })),
  );
}

describe('422 Unprocessable Content', () => {
  describe(brandHeader, () => {
    obligation('422/header/X-Popsell-Brand/missing', () =>
      rejectsBrand('422/header/X-Popsell-Brand/missing', null),
    );
    obligation('422/header/X-Popsell-Brand/empty', () =>
      rejectsBrand('422/header/X-Popsell-Brand/empty', ''),
    );
    obligation('422/header/X-Popsell-Brand/text', () =>
      rejectsBrand('422/header/X-Popsell-Brand/text', 'abc'),
    );
    obligation('422/header/X-Popsell-Brand/decimal', () =>
      rejectsBrand('422/header/X-Popsell-Brand/decimal', `${room.brand}.5`),
    );
    obligation('422/header/X-Popsell-Brand/trailing-text', () =>
      rejectsBrand('422/header/X-Popsell-Brand/trailing-text', `${room.brand}abc`),
    );
    obligation('422/header/X-Popsell-Brand/unknown', async () => {
      const body = { established_dialogue: freshInstant() };
      await expectRejected(
        { brand: '999999999', body },
        {
          obligation: '422/header/X-Popsell-Brand/unknown',
          statuses: [403, 404, 422],
          variant: 'an unknown brand',
        },
      );
    });
  });

  describe(field, () => {
    for (const id of new Set(rejectedValues.map((rejected) => rejected.obligation))) {
      obligation(id, async () => {
        await expectAllRejected(
          rejectedValues
            .filter((rejected) => rejected.obligation === id)
            .map(({ name, value }) => ({
              variationOf: () => ({ body: { established_dialogue: value } }),
              rejection: { obligation: id, statuses, namesInErrors: field, variant: name },
            })),
        );
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
      rejectsBody('422/json/scalar', { 'a string': `"${value}"`, 'a number': '8', 'a boolean': 'true' }),
    );
    obligation('422/json/null', () => rejectsBody('422/json/null', { null: 'null' }));
  });

  describe('answers', () => {
    obligation('422/accept/any', () =>
      expectSameForAnyAccept('422/accept/any', () => ({ body: { established_dialogue: true } }), {
        obligation: '422/body/established_dialogue/boolean',
        statuses,
        namesInErrors: field,
      }),
    );

    obligationsSeen([
      '422/header/content-type',
      '422/body',
      ...bodyObligations(422).map(({ id }) => id),
      '422/state/unchanged',
    ]);
  });
});
