import type { ObligationResult } from '../../schemas/generated/types';

interface Deviation {
  readonly state: Exclude<ObligationResult['state'], 'verified' | 'waived'>;
  readonly ids: readonly string[];
}

/**
 * What a run against Prism does not verify, and why Prism is as it is: it checks a request against openapi.yaml
 * and answers with the document's examples, whatever was sent before. All other obligations it keeps.
 */
export const prismDeviations: readonly Deviation[] = [
  // It has one example for every chatroom: number 8, which the run does not ask for.
  violated(
    '200/body/id_chatroom/requested',
    '200/body/ambassadors/*/chatroom_pivot_data/*/id_chatroom/requested',
  ),
  // It stores nothing.
  violated('200/value/answered', '200/value/stored'),
  // Each needs a value that is kept. The documented example is verified: by chance the example of a 200 has its instant.
  unobserved(
    '200/value/every-brand',
    '200/date-time/utc',
    '200/date-time/lower-case',
    '200/date-time/offset',
    '200/date-time/widest-offset',
    '200/date-time/fraction',
    '200/date-time/leap-day',
    '200/date-time/range',
  ),
  notTried(
    '200/concurrency/own-answer',
    'any/concurrency/own-status',
    '200/concurrency/other-chatrooms',
    '200/concurrency/linearizable',
    '200/fuzz/date-time',
    '200/fuzz/undocumented-fields',
  ),
  // It demands a bearer token, and knows none from another: any will do, and none is forbidden.
  violated('401/token/unknown', '401/token/near', '403/token/forbidden'),
  // It parses JSON before anything else, and answers 400 where that fails.
  violated('401/before/body', '401/before/all', '422/json/malformed'),
  // It has no data: every brand and every chatroom exists, and each chatroom is every brand's.
  violated(
    '403/brand/foreign-chatroom',
    '403/brand/foreign-chatroom-read',
    '404/chatroom/unknown',
    '422/header/X-Popsell-Brand/unknown',
  ),
  // 20 digits are an integer above the minimum: the document sets no maximum.
  violated('404/id/out-of-range'),
  // It reads a number as JavaScript does: 0x12d is 301 to it.
  violated('404/id/text'),
  // So it never answers 403 or 404. Ids that are no integers get 422, which the policy allows.
  unobserved('403/state/unchanged', '403/body/parses', '404/state/unchanged', '404/body/parses'),
  notTried(
    'any/order/brand-and-chatroom',
    'any/order/chatroom-and-body',
    'any/order/all',
    'any/order/forbidden-token',
  ),
  // It rejects these with 422, by the one example of a 422, which names established_dialogue whatever was wrong.
  violated(
    '422/header/X-Popsell-Brand/missing',
    '422/header/X-Popsell-Brand/empty',
    '422/header/X-Popsell-Brand/text',
    '422/header/X-Popsell-Brand/decimal',
    '422/header/X-Popsell-Brand/trailing-text',
  ),
  notTried('422/fuzz/X-Popsell-Brand'),
  // 500 for a Content-Type that names no media type, 400 for white space.
  violated('any/answer/status'),
];

function violated(...ids: string[]): Deviation {
  return { state: 'violated', ids };
}

function unobserved(...ids: string[]): Deviation {
  return { state: 'unobserved', ids };
}

function notTried(...ids: string[]): Deviation {
  return { state: 'not-tried', ids };
}
