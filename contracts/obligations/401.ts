import type { Obligation } from './obligation';

const unauthorized = 'Responses › 401 › Unauthorized.';

export const unauthorizedObligations = [
  {
    id: '401/token/missing',
    title: 'a request without a token is answered with 401',
    documentation: unauthorized,
    policy: [13],
  },
  {
    id: '401/token/empty',
    title: 'an empty token is answered with 401',
    documentation: unauthorized,
    policy: [13],
  },
  {
    id: '401/token/unknown',
    title: 'an unknown token is answered with 401',
    documentation: unauthorized,
    policy: [13],
  },
  {
    id: '401/token/near',
    title: 'the token with one character more, before it or behind, is answered with 401',
    documentation: unauthorized,
    policy: [13],
  },
  {
    id: '401/token/other-scheme',
    title: 'another scheme than Bearer, or none, is answered with 401',
    documentation: unauthorized,
    policy: [13],
  },
  {
    id: '401/before/brand',
    title: 'without a token the brand is not looked at',
    documentation: unauthorized,
    policy: [13],
  },
  {
    id: '401/before/chatroom',
    title: 'without a token the chatroom is not looked at',
    documentation: unauthorized,
    policy: [13],
  },
  {
    id: '401/before/body',
    title: 'without a token the body is not looked at',
    documentation: unauthorized,
    policy: [13],
  },
  {
    id: '401/before/all',
    title: 'without a token nothing else is looked at, however much is wrong',
    documentation: unauthorized,
    policy: [13],
  },
  {
    id: '401/accept/any',
    title: 'a 401 is the same with Accept: */*',
    documentation: 'Request example (no Accept header)',
    policy: [21],
  },
  {
    id: '401/header/content-type',
    title: 'a 401 is application/json',
    documentation: 'Responses › 401 application/json',
    policy: [],
  },
  {
    id: '401/body',
    title: 'a 401 is one JSON object',
    documentation: 'Responses › 401 › object',
    policy: [],
  },
  { id: '401/state/unchanged', title: 'a 401 changes nothing', documentation: unauthorized, policy: [18] },
] as const satisfies Obligation[];
