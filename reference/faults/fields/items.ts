import { faultsOf } from '../fault';
import { on, rewritingBody, type JsonObject } from '../hooks';

const list = (object: JsonObject | undefined, key: string): JsonObject[] =>
  (object?.[key] ?? []) as JsonObject[];

const lastAmbassador = (body: JsonObject): JsonObject | undefined => list(body, 'ambassadors').at(-1);

/** What lists and maps hold, damaged: a check that looks at the first item alone misses it. */
export const itemFaults = faultsOf({
  'ambassadors.item-null': [
    'the list of ambassadors ends with null',
    [5],
    '200/body/ambassadors',
    rewritingBody(on(200), (body) => ({ ...body, ambassadors: [...list(body, 'ambassadors'), null] })),
  ],
  'ambassadors.last-email-null': [
    'the last ambassador has no email',
    [5],
    '200/body/ambassadors/*/email',
    rewritingBody(on(200), (body) => {
      Object.assign(lastAmbassador(body) ?? {}, { email: null });
    }),
  ],
  'pivots.item-null': [
    "the last ambassador's pivots end with null",
    [5],
    '200/body/ambassadors/*/chatroom_pivot_data',
    rewritingBody(on(200), (body) => {
      const last = lastAmbassador(body);
      Object.assign(last ?? {}, { chatroom_pivot_data: [...list(last, 'chatroom_pivot_data'), null] });
    }),
  ],
  'errors.texts': [
    'errors holds a text where a list of texts is documented',
    [10],
    '422/body/errors/*',
    rewritingBody(on(422), (body) => ({
      ...body,
      errors: Object.fromEntries(
        Object.entries(body['errors'] as Record<string, string[]>).map(([field, [text]]) => [field, text]),
      ),
    })),
  ],
  'errors.items-not-text': [
    'errors holds lists of objects',
    [10],
    '422/body/errors/*',
    rewritingBody(on(422), (body) => ({
      ...body,
      errors: Object.fromEntries(
        Object.entries(body['errors'] as Record<string, string[]>).map(([field, texts]) => [
          field,
          texts.map((text) => ({ text })),
        ]),
      ),
    })),
  ],
});
