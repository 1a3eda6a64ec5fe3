import { bodyObligations } from './body-obligations';

it('derives the obligations of a 422 from its schema', () => {
  expect(bodyObligations(422)).toEqual([
    {
      id: '422/body/message',
      title: 'message is present, not null, string',
      documentation: 'Responses › 422 › message',
      policy: [5],
    },
    {
      id: '422/body/errors',
      title: 'errors is present, not null, object',
      documentation: 'Responses › 422 › errors',
      policy: [5],
    },
    {
      id: '422/body/errors/*',
      title: 'errors[] may be absent; where present it is not null, array of string',
      documentation: 'Responses › 422 › errors[]',
      policy: [5],
    },
  ]);
});

it.each([
  ['200/body/source', 'source is present, not null, string, one of "0", "1", "2"', [2, 5, 6]],
  [
    '200/body/established_dialogue',
    'established_dialogue is present, not null, string (date-time, RFC 3339)',
    [3, 4, 5],
  ],
  ['200/body/ambassadors', 'ambassadors is present, not null, array of object', [5]],
  ['200/body/ambassadors/*/active', 'ambassadors[].active is present, not null, integer (int32)', [5, 6]],
  [
    '200/body/last_rating/value',
    'last_rating.value may be absent; where present it is not null, integer',
    [5],
  ],
])('%s promises: %s', (id, title, policy) => {
  expect(bodyObligations(200).find((obligation) => obligation.id === id)).toMatchObject({ title, policy });
});
