import fc from 'fast-check';

import type { Kinds } from './kinds';
import { jsonValues, letters, texts, wordsOf } from './texts';

/** A body that would be taken if it were whole: its value is one that can be seen where it is stored. */
const objects = fc
  .date({
    min: new Date('2015-01-01T00:00:00.001Z'),
    max: new Date('2024-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => ({ established_dialogue: date.toISOString() }));

const words = wordsOf(letters, 20).filter((word) => !['true', 'false', 'null'].includes(word));
const cutOff = fc
  .tuple(
    objects.map((object) => JSON.stringify(object)),
    fc.integer({ min: 1, max: 50 }),
  )
  .map(([text, charactersCut]) => text.slice(0, -charactersCut));

/**
 * Bodies that are certainly no JSON object (ledger entry 10), named as the obligations 422/json/… that try
 * plain ones. What a lenient parser takes is left to the plain ones: a comma too many, text behind the end.
 */
export const noObjects: Kinds<string> = {
  malformed: fc.oneof(
    cutOff,
    words,
    fc.constantFrom(
      '{',
      '[',
      '{]',
      '[}',
      '"',
      '{:}',
      '{"established_dialogue"}',
      '{"established_dialogue":}',
    ),
  ),
  array: fc.array(fc.oneof(objects, jsonValues), { maxLength: 4 }).map((items) => JSON.stringify(items)),
  scalar: fc
    .oneof(texts(40), fc.boolean(), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
    .map((value) => JSON.stringify(value)),
};
