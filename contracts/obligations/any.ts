import type { Obligation } from './obligation';

/** What every answer owes, whatever its status. */
export const anyObligations = [
  {
    id: 'any/answer/complete',
    title: 'every request gets a whole answer in time, of at most 10 MB',
    documentation: 'Responses',
    policy: [20],
  },
  {
    id: 'any/answer/status',
    title: 'an odd but harmless request gets a documented status',
    documentation: 'Responses',
    policy: [15, 22],
  },
  {
    id: 'any/answer/in-between-value',
    title: 'a value of a form in between gets 422, or 200 with the right instant',
    documentation: 'Body › established_dialogue string(date-time)',
    policy: [10, 22],
  },
  {
    id: 'any/answer/stack-trace',
    title: 'no answer shows a stack trace',
    documentation: 'Responses',
    policy: [16],
  },
  {
    id: 'any/answer/file-path',
    title: 'no answer shows a file path',
    documentation: 'Responses',
    policy: [16],
  },
  { id: 'any/answer/token', title: 'no answer shows the token', documentation: 'Responses', policy: [16] },
] as const satisfies Obligation[];
