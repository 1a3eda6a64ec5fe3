import { dateTimes } from '../fuzz/date-times';
import { expectAllIgnored } from '../fuzz/expect-all-ignored';
import { expectAllKept } from '../fuzz/expect-all-kept';
import { expectAllRejected } from '../fuzz/expect-all-rejected';
import { drawFrom } from '../fuzz/kinds';
import { noDateTimes } from '../fuzz/no-date-times';
import { noBrands, noIds } from '../fuzz/no-integers';
import { noObjects } from '../fuzz/no-objects';
import { undocumentedFields } from '../fuzz/undocumented-fields';
import { freshInstant } from '../support/fresh-instant';
import { show } from '../support/judge/show';
import { obligation } from '../support/obligation';
import { room } from '../support/rooms';
import { acceptedDateTimes, rejectedValues } from './date-times';
import { undocumentedBody } from './ignored-fields';
import { plainBodies, plainBrands, plainIds } from './plain-inputs';

const brandHeader = 'X-Popsell-Brand';
const field = 'established_dialogue';
/** A value that would be seen if it were stored. */
const withValue = (): object => ({ established_dialogue: freshInstant() });
const plainRejection = {
  plainRequest: { body: { established_dialogue: true } },
  plainObligation: '422/body/established_dialogue/boolean',
} as const;

describe('generated requests', () => {
  obligation('200/fuzz/date-time', () =>
    expectAllKept({
      obligation: '200/fuzz/date-time',
      runs: 10,
      draw: dateTimes,
      plainOf: (kind) =>
        acceptedDateTimes.flatMap((one) =>
          one.obligation === `200/date-time/${kind}` ? [String(one.value)] : [],
        ),
    }),
  );

  obligation('200/fuzz/undocumented-fields', () =>
    expectAllIgnored({
      obligation: '200/fuzz/undocumented-fields',
      runs: 4,
      draw: drawFrom(undocumentedFields),
      plainOf: () => [JSON.stringify(undocumentedBody).slice(1, -1)],
    }),
  );

  obligation('404/fuzz/id', () =>
    expectAllRejected({
      obligation: '404/fuzz/id',
      runs: 6,
      draw: drawFrom(noIds(room.chatroom)),
      plainOf: (kind) => plainIds[kind] ?? [],
      requestOf: (id) => ({ id, body: withValue() }),
      expectationOf: (id) => ({ statuses: [404, 422], variant: `the id ${show(id, 80)}` }),
      plainRequest: { id: 'abc', body: withValue() },
      plainExpectation: { statuses: [404, 422] },
      plainObligation: '404/id/text',
    }),
  );

  obligation('422/fuzz/X-Popsell-Brand', () =>
    expectAllRejected({
      obligation: '422/fuzz/X-Popsell-Brand',
      runs: 6,
      draw: drawFrom(noBrands(room.brand)),
      plainOf: (kind) => plainBrands[kind] ?? [],
      requestOf: (brand) => ({ brand, body: withValue() }),
      expectationOf: (brand) => ({
        statuses: [422],
        namesInErrors: brandHeader,
        variant: `the brand ${show(brand, 80)}`,
      }),
      plainRequest: { brand: 'abc', body: withValue() },
      plainExpectation: { statuses: [422], namesInErrors: brandHeader },
      plainObligation: '422/header/X-Popsell-Brand/text',
    }),
  );

  obligation('422/fuzz/established_dialogue', () =>
    expectAllRejected({
      obligation: '422/fuzz/established_dialogue',
      runs: 12,
      draw: drawFrom(noDateTimes),
      plainOf: (kind) =>
        rejectedValues.flatMap((one) => (one.obligation.endsWith(`/${kind}`) ? [one.value] : [])),
      requestOf: (value) => ({ body: { established_dialogue: value } }),
      expectationOf: (value) => ({
        statuses: [422],
        namesInErrors: field,
        variant: `the value ${show(value, 80)}`,
      }),
      ...plainRejection,
      plainExpectation: { statuses: [422], namesInErrors: field },
    }),
  );

  obligation('422/fuzz/body', () =>
    expectAllRejected({
      obligation: '422/fuzz/body',
      runs: 6,
      draw: drawFrom(noObjects),
      plainOf: (kind) => plainBodies[kind] ?? [],
      requestOf: (body) => ({ body }),
      expectationOf: (body) => ({ statuses: [422], variant: `the body ${show(body, 80)}` }),
      ...plainRejection,
      plainExpectation: { statuses: [422] },
    }),
  );
});
