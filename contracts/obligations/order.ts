import type { Obligation } from './obligation';

const documentation = 'Responses';

/** What a request owes that is wrong in more than one way: no status but those of its faults, and no change. */
export const orderObligations = [
  {
    id: 'any/order/brand-and-chatroom',
    title: 'a wrong brand and an unknown chatroom are answered as one of them',
    documentation,
    policy: [11, 12, 18],
  },
  {
    id: 'any/order/brand-and-body',
    title: 'a wrong brand and an invalid body are answered as one of them',
    documentation,
    policy: [10, 11, 18],
  },
  {
    id: 'any/order/chatroom-and-body',
    title: 'an unknown chatroom and an invalid body are answered as one of them',
    documentation,
    policy: [10, 12, 18],
  },
  {
    id: 'any/order/all',
    title: 'a wrong brand, an unknown chatroom and an invalid body are answered as one of them',
    documentation,
    policy: [10, 11, 12, 18],
  },
  {
    id: 'any/order/forbidden-token',
    title: 'a token without permission is answered with 403, or as what else is wrong',
    documentation,
    policy: [10, 11, 12, 13, 18],
  },
] as const satisfies Obligation[];
