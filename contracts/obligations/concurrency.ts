import type { Obligation } from './obligation';

const returned = 'Responses › 200 › Return the updated chatroom';

/** What requests that overlap owe each other. */
export const concurrencyObligations = [
  {
    id: '200/concurrency/own-answer',
    title:
      'each of several requests for one chatroom at once gets a 200 of its own, a PATCH with its own value',
    documentation: returned,
    policy: [8, 9, 15, 17],
  },
  {
    id: '200/concurrency/other-chatrooms',
    title: 'each of several requests for chatrooms of all brands at once gets a 200 of its own chatroom',
    documentation: returned,
    policy: [8, 9, 15, 17],
  },
  {
    id: '200/concurrency/linearizable',
    title: 'each read sees the value of the last PATCH that was answered, or of one that is under way',
    documentation: returned,
    policy: [9, 17],
  },
  {
    id: 'any/concurrency/own-status',
    title:
      'valid and invalid requests at the same time each get the answer that they get alone, and only valid values are stored',
    documentation: 'Responses',
    policy: [13, 15, 17, 18],
  },
] as const satisfies Obligation[];
