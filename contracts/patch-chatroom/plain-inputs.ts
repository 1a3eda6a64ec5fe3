import { room } from '../support/rooms';

type PlainInputs = Readonly<Record<string, readonly string[]>>;

/** Plain inputs of the kinds that are also generated, by the last part of the obligation that they try. */
export const plainBrands: PlainInputs = {
  text: ['abc'],
  decimal: [`${room.brand}.5`],
  'trailing-text': [`${room.brand}abc`],
};

export const plainIds: PlainInputs = {
  text: ['abc'],
  'trailing-text': [`${room.chatroom}abc`],
  decimal: [`${room.chatroom}.5`],
  negative: [`-${room.chatroom}`],
  'out-of-range': ['99999999999999999999'],
};

const object = '{"established_dialogue":"2015-06-07T08:09:10.123Z"';

export const plainBodies: PlainInputs = {
  malformed: [object, 'established_dialogue'],
  array: ['[]', `[${object}}]`],
  scalar: ['"established_dialogue"', '8', 'true', 'false', JSON.stringify(`${object}}`)],
};
