import type { JsonObject } from '../hooks';

/** Where the objects of each schema are in an answer, and which answers hold them. */
export interface Place {
  readonly statuses: readonly number[];
  /** In the manner of an obligation's id. */
  readonly path: string;
  readonly objectsIn: (body: JsonObject) => readonly JsonObject[];
}

const ambassadors = (body: JsonObject): JsonObject[] => body['ambassadors'] as JsonObject[];
const pivots = (body: JsonObject): JsonObject[] =>
  ambassadors(body).flatMap((one) => one['chatroom_pivot_data'] as JsonObject[]);

export const places = {
  chatroom: { statuses: [200], path: '200/body', objectsIn: (body) => [body] },
  ambassador: { statuses: [200], path: '200/body/ambassadors/*', objectsIn: ambassadors },
  pivot: {
    statuses: [200],
    path: '200/body/ambassadors/*/chatroom_pivot_data/*',
    objectsIn: pivots,
  },
  last_rating: {
    statuses: [200],
    path: '200/body/last_rating',
    objectsIn: (body) => [body['last_rating'] as JsonObject],
  },
  last_summary: {
    statuses: [200],
    path: '200/body/last_summary',
    objectsIn: (body) => [body['last_summary'] as JsonObject],
  },
  unauthorized: { statuses: [401], path: '401/body', objectsIn: (body) => [body] },
  'validation-error': { statuses: [422], path: '422/body', objectsIn: (body) => [body] },
} as const satisfies Readonly<Record<string, Place>>;
