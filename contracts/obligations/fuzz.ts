import type { Obligation } from './obligation';

const value = 'Body › established_dialogue string(date-time)';

/** What generated requests owe. The plain values of every kind have obligations of their own. */
export const fuzzObligations = [
  {
    id: '200/fuzz/date-time',
    title: 'any date-time of the years 100 to 9999 is accepted and kept as an instant',
    documentation: value,
    policy: [3, 9],
  },
  {
    id: '200/fuzz/undocumented-fields',
    title: 'whatever undocumented fields stand beside a value, they change nothing',
    documentation: 'Body',
    policy: [9],
  },
  {
    id: '404/fuzz/id',
    title: 'any id that is no integer in range is answered with 404 or 422, and changes nothing',
    documentation: 'Path parameters › id integer Required',
    policy: [12, 18],
  },
  {
    id: '422/fuzz/X-Popsell-Brand',
    title: 'any brand that is no integer is answered with 422 that names the header, and changes nothing',
    documentation: 'Headers › X-Popsell-Brand integer Required',
    policy: [11, 18],
  },
  {
    id: '422/fuzz/established_dialogue',
    title: 'any value that is no date-time is answered with 422 that names the field, and changes nothing',
    documentation: value,
    policy: [4, 10, 18],
  },
  {
    id: '422/fuzz/body',
    title: 'any body that is no JSON object is answered with 422, and changes nothing',
    documentation: 'application/json › Body',
    policy: [10, 18],
  },
] as const satisfies Obligation[];
