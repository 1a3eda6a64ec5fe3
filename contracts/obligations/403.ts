import type { Obligation } from './obligation';

const forbidden = "Responses › 403 › Forbidden - You don't have permission to access this route";

export const forbiddenObligations = [
  {
    id: '403/token/forbidden',
    title: 'a token without permission is answered with 403',
    documentation: forbidden,
    policy: [13],
  },
  {
    id: '403/state/unchanged',
    title: 'a 403 changes nothing',
    documentation: forbidden,
    policy: [18],
  },
  {
    id: '403/brand/foreign-chatroom',
    title: "another brand's chatroom is answered with 403 or 404",
    documentation: forbidden,
    policy: [12],
  },
  {
    id: '403/brand/foreign-chatroom-read',
    title: "another brand's chatroom cannot be read with {}",
    documentation: forbidden,
    policy: [12],
  },
  {
    id: '403/brand/foreign-chatroom-state',
    title: "another brand's chatroom stays as it was",
    documentation: forbidden,
    policy: [12, 18],
  },
  {
    id: '403/body/parses',
    title: 'a body of a 403 that is declared as JSON parses',
    documentation: 'Responses › 403',
    policy: [14],
  },
] as const satisfies Obligation[];
