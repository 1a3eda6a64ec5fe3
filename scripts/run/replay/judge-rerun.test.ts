import type { Evidence } from '../../../contracts/support/evidence/evidence';
import { recordExchange } from '../../../contracts/support/exchange/record-exchange';
import { anExchange, noRedaction } from '../../../contracts/testing/an-exchange';
import { aViolation, anEvidence } from '../../../contracts/testing/evidence';
import { judgeRerun } from './judge-rerun';

const obligation = '404/state/unchanged';
const violation = {
  ...aViolation({ obligation, cause: 'changed', pointer: '/established_dialogue', message: 'changed' }),
  test: '404/id/text',
  waived: false,
};

const found = (changes: Partial<typeof violation>): Evidence =>
  anEvidence({ violations: [{ ...violation, ...changes }] });

it.each([
  ['the same cause', found({ message: 'again' }), { outcome: 'fails', says: 'again' }],
  [
    'another cause',
    found({ cause: 'lost', pointer: '/source', message: 'lost' }),
    { outcome: 'fails', says: 'in another way: lost' },
  ],
  [
    'another obligation, and this one held',
    { ...found({ obligation: '404/id/text' }), requests: 4, observations: { [obligation]: 1 } },
    { outcome: 'passes', says: '4 requests' },
  ],
  [
    'a test that cannot be tried',
    anEvidence({ notTried: { '404/id/text': 'the target has one brand' } }),
    { outcome: 'unseen', says: 'the target has one brand' },
  ],
  ['nothing of it', anEvidence({}), { outcome: 'unseen', says: 'no answer showed whether it holds' }],
  ['no evidence', undefined, { outcome: 'unseen', says: 'the specs could not be run' }],
])('%s', (_, evidence, expected) => {
  expect(judgeRerun(violation, evidence, [])).toEqual(expected);
});

test.each([
  ['"0"', 'unseen'],
  ['"2"', 'passes'],
])('a source that was changed to "0", and is now %s: %s', (source, outcome) => {
  const exchange = recordExchange(
    anExchange({ body: { source: JSON.parse(source) as string } }),
    noRedaction,
  );
  const wiped = { ...violation, pointer: '/source', received: '"0"', exchange };
  const evidence = anEvidence({ observations: { [obligation]: 1 } });
  const logged = [{ startedAt: '2026-01-01T00:00:00Z', exchange }];
  expect(judgeRerun(wiped, evidence, logged)).toMatchObject({ outcome });
});
