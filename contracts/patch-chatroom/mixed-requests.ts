import { bearer, type PatchVariation } from '../support/patch';
import { suite } from '../support/suite';
import { singleFaultRequests } from './faulty-requests';

/** A request that is rejected, and what its answer must be. */
export interface RefusedRequest {
  readonly name: string;
  readonly variation: PatchVariation;
  readonly statuses: readonly number[];
  readonly namesInErrors?: string;
}

const { forbiddenToken } = suite.target;

const ofTokens: readonly RefusedRequest[] = [
  { name: 'no token', variation: { authorization: null }, statuses: [401] },
  { name: 'an unknown token', variation: { authorization: bearer('unknown') }, statuses: [401] },
  ...(forbiddenToken === undefined
    ? []
    : [
        {
          name: 'the forbidden token',
          variation: { authorization: bearer(forbiddenToken) },
          statuses: [403],
        },
      ]),
];

/** Which field a 422 must name: one that names another was another request's. */
const namesOf: Readonly<Record<string, string>> = {
  'the brand abc': 'X-Popsell-Brand',
  'a boolean': 'established_dialogue',
};

/** One request for each way to be rejected. */
export const refusedRequests: readonly RefusedRequest[] = [
  ...ofTokens,
  ...singleFaultRequests.map(({ name, variation, statuses }) => {
    const namesInErrors = namesOf[name];
    return { name, variation, statuses, ...(namesInErrors === undefined ? {} : { namesInErrors }) };
  }),
];
