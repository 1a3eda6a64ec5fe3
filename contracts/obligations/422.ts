import type { Obligation } from './obligation';

const unprocessable = 'Responses › 422 › Unprocessable Content';
const brand = 'Headers › X-Popsell-Brand integer Required';
const value = 'Body › established_dialogue string(date-time)';
const json = 'application/json › Body';

export const unprocessableObligations = [
  {
    id: '422/header/X-Popsell-Brand/missing',
    title: 'a missing brand is answered with 422 that names the header',
    documentation: brand,
    policy: [11],
  },
  {
    id: '422/header/X-Popsell-Brand/empty',
    title: 'an empty brand is answered with 422 that names the header',
    documentation: brand,
    policy: [11],
  },
  {
    id: '422/header/X-Popsell-Brand/text',
    title: 'the brand "abc" is answered with 422 that names the header',
    documentation: brand,
    policy: [11],
  },
  {
    id: '422/header/X-Popsell-Brand/decimal',
    title: 'the brand "3.5" is answered with 422 that names the header',
    documentation: brand,
    policy: [11],
  },
  {
    id: '422/header/X-Popsell-Brand/trailing-text',
    title: 'the brand "3abc" is answered with 422 that names the header',
    documentation: brand,
    policy: [11],
  },
  {
    id: '422/header/X-Popsell-Brand/unknown',
    title: 'an unknown brand is answered with 403, 404 or 422',
    documentation: brand,
    policy: [11],
  },
  {
    id: '422/body/established_dialogue/number',
    title: 'a number is answered with 422 that names the field',
    documentation: value,
    policy: [10],
  },
  {
    id: '422/body/established_dialogue/boolean',
    title: 'true and false are answered with 422 that names the field',
    documentation: value,
    policy: [4, 10],
  },
  {
    id: '422/body/established_dialogue/null',
    title: 'null is answered with 422 that names the field',
    documentation: value,
    policy: [10],
  },
  {
    id: '422/body/established_dialogue/object',
    title: 'an object is answered with 422 that names the field',
    documentation: value,
    policy: [10],
  },
  {
    id: '422/body/established_dialogue/array',
    title: 'an array is answered with 422 that names the field',
    documentation: value,
    policy: [10],
  },
  {
    id: '422/body/established_dialogue/empty',
    title: 'an empty text is answered with 422 that names the field',
    documentation: value,
    policy: [10],
  },
  {
    id: '422/body/established_dialogue/text',
    title: 'other text is answered with 422 that names the field',
    documentation: value,
    policy: [10],
  },
  {
    id: '422/body/established_dialogue/long-text',
    title: 'a text of 10 kB is answered with 422 that names the field',
    documentation: value,
    policy: [10],
  },
  {
    id: '422/body/established_dialogue/date-only',
    title: 'a date alone, or less than one, is answered with 422 that names the field',
    documentation: value,
    policy: [10],
  },
  {
    id: '422/body/established_dialogue/epoch',
    title: 'an epoch is answered with 422 that names the field',
    documentation: value,
    policy: [10],
  },
  {
    id: '422/body/established_dialogue/impossible-day',
    title: 'an impossible calendar day is answered with 422 that names the field',
    documentation: value,
    policy: [10],
  },
  {
    id: '422/body/established_dialogue/impossible-time',
    title: 'an impossible time of day is answered with 422 that names the field',
    documentation: value,
    policy: [10],
  },
  {
    id: '422/json/malformed',
    title: 'a body that does not parse is answered with 422',
    documentation: json,
    policy: [10],
  },
  {
    id: '422/json/array',
    title: 'an array as the body is answered with 422',
    documentation: json,
    policy: [10],
  },
  {
    id: '422/json/scalar',
    title: 'a string, number or boolean as the body is answered with 422',
    documentation: json,
    policy: [10],
  },
  { id: '422/json/null', title: 'null as the body is answered with 422', documentation: json, policy: [10] },
  {
    id: '422/accept/any',
    title: 'a 422 is the same with Accept: */*',
    documentation: 'Request example (no Accept header)',
    policy: [21],
  },
  {
    id: '422/header/content-type',
    title: 'a 422 is application/json',
    documentation: 'Responses › 422 application/json',
    policy: [],
  },
  {
    id: '422/body',
    title: 'a 422 is one JSON object',
    documentation: 'Responses › 422 › object',
    policy: [],
  },
  { id: '422/state/unchanged', title: 'a 422 changes nothing', documentation: unprocessable, policy: [18] },
] as const satisfies Obligation[];
