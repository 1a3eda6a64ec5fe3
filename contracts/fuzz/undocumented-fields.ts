import fc from 'fast-check';

import chatroom from '../../schemas/chatroom/chatroom.schema.json';
import type { Kinds } from './kinds';
import { jsonValues, letters, wordsOf } from './texts';

/** Names of another manner would mean a documented property to some: idChatroom, ID_CHATROOM. */
const plainName = (name: string): string => name.replaceAll(/[^a-z]/gi, '').toLowerCase();
const documented = new Set(Object.keys(chatroom.properties).map(plainName));

const names = fc.oneof(
  wordsOf(`${letters}_`, 16),
  wordsOf(`${letters}${letters.toUpperCase()} .:-$éЖ語💬`, 8),
  // Names that every object of some languages has.
  fc.constantFrom('constructor', 'toString', '__proto__', 'hasOwnProperty', '__class__', 'prototype'),
);

/** Fields that no page documents, as the inside of a JSON object: `"a":1,"b":[]`. */
export const undocumentedFields: Kinds<string> = {
  fields: fc
    .uniqueArray(
      fc.tuple(
        names.filter((name) => !documented.has(plainName(name))),
        jsonValues,
      ),
      { minLength: 1, maxLength: 4, selector: ([name]) => name },
    )
    // As text: an object that is built in memory loses a field of the name __proto__.
    .map((fields) =>
      fields.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(','),
    ),
};
