import type { PatchVariation } from '../support/patch';
import { foreignRoom, room } from '../support/rooms';
import { suite } from '../support/suite';

/** The parts of a request that can be wrong. */
type Part = 'token' | 'brand' | 'chatroom' | 'body';

/** Something that is wrong with a part of a request, and the statuses that it alone may get. */
export interface SingleFault {
  readonly part: Part;
  readonly name: string;
  readonly variation: PatchVariation;
  readonly statuses: readonly number[];
}

/** A request that is wrong in some ways: as what it is rejected depends on what is looked at first. */
export interface FaultyRequest {
  readonly name: string;
  /** In the order brand, chatroom, body. */
  readonly faults: readonly SingleFault[];
  readonly variation: PatchVariation;
  /** The statuses of its faults (ledger entries 10 to 12). */
  readonly statuses: readonly number[];
}

const unknownChatroom: SingleFault = {
  part: 'chatroom',
  name: 'an unknown chatroom',
  variation: { id: String(suite.target.unknownChatroom) },
  statuses: [404],
};
const brands: readonly SingleFault[] = [
  { part: 'brand', name: 'the brand abc', variation: { brand: 'abc' }, statuses: [422] },
  {
    part: 'brand',
    name: 'an unknown brand',
    variation: { brand: '999999999' },
    statuses: [403, 404, 422],
  },
];
const bodies: readonly SingleFault[] = [
  { part: 'body', name: 'a boolean', variation: { body: { established_dialogue: true } }, statuses: [422] },
  { part: 'body', name: 'malformed JSON', variation: { body: '{"established_dialogue":' }, statuses: [422] },
];

/** Where the brand is right and the chatroom another's. */
const foreignChatroom: readonly SingleFault[] =
  foreignRoom === undefined
    ? []
    : [
        {
          part: 'brand',
          name: "another brand's chatroom",
          variation: { room: foreignRoom, brand: String(room.brand) },
          statuses: [403, 404],
        },
      ];

/** Every pair of faults in different parts, and all three parts at once. */
export const faultyRequests: readonly FaultyRequest[] = [
  ...brands.map((brand) => together(brand, unknownChatroom)),
  ...[...brands, ...foreignChatroom].flatMap((brand) => bodies.map((body) => together(brand, body))),
  ...bodies.map((body) => together(unknownChatroom, body)),
  ...brands.flatMap((brand) => bodies.map((body) => together(brand, unknownChatroom, body))),
];

/** One request for each fault alone. */
export const singleFaultRequests: readonly FaultyRequest[] = [
  ...brands,
  unknownChatroom,
  ...foreignChatroom,
  ...bodies,
].map((fault) => together(fault));

/** A request with all of some faults, which are of different parts. */
export function together(...faults: readonly SingleFault[]): FaultyRequest {
  return {
    name: faults.map(({ name }) => name).join(', '),
    faults,
    variation: Object.assign({}, ...faults.map(({ variation }) => variation)) as PatchVariation,
    statuses: [...new Set(faults.flatMap(({ statuses }) => statuses))].sort(),
  };
}
