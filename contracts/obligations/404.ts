import type { Obligation } from './obligation';

const notFound = 'Responses › 404 › Not found';
const pathId = 'Path parameters › id integer Required';

export const notFoundObligations = [
  {
    id: '404/chatroom/unknown',
    title: 'an unknown chatroom is answered with 404',
    documentation: notFound,
    policy: [12],
  },
  {
    id: '404/id/text',
    title: 'an id that is text is answered with 404 or 422',
    documentation: pathId,
    policy: [12],
  },
  {
    id: '404/id/trailing-text',
    title: 'an id with text behind its digits is answered with 404 or 422',
    documentation: pathId,
    policy: [12],
  },
  {
    id: '404/id/decimal',
    title: 'an id with a fraction is answered with 404 or 422',
    documentation: pathId,
    policy: [12],
  },
  {
    id: '404/id/negative',
    title: 'a negative id is answered with 404 or 422',
    documentation: pathId,
    policy: [12],
  },
  {
    id: '404/id/out-of-range',
    title: 'an id that 64 or 32 bits cannot hold is answered with 404 or 422',
    documentation: pathId,
    policy: [12],
  },
  {
    id: '404/body/parses',
    title: 'a body of a 404 that is declared as JSON parses',
    documentation: 'Responses › 404',
    policy: [14],
  },
  { id: '404/state/unchanged', title: 'a 404 changes nothing', documentation: notFound, policy: [18] },
] as const satisfies Obligation[];
