import { latencyForms, parseLatency } from './parse-latency';
import { seededRandom } from './random';

/** What a text's distribution draws first. */
function firstOf(text: string): number | undefined {
  const { distributions } = parseLatency([text]);
  return distributions.get('')?.(seededRandom(1));
}

it.each([
  ['20', 20],
  ['constant:12.5', 12.5],
  ['uniform:5,5', 5],
  ['lognormal:20,0', 20],
  ['mixture:1*constant:3+0.5*constant:3', 3],
])('%s', (text, ms) => {
  expect(firstOf(text)).toBe(ms);
});

it('tells brands apart', () => {
  const { distributions } = parseLatency(['3=constant:20', '5']);
  expect([...distributions].map(([brand, draw]) => [brand, draw(() => 0.5)])).toEqual([
    ['3', 20],
    ['', 5],
  ]);
});

it('reads stalls that begin at a time, or after so many requests', () => {
  expect(parseLatency(['stall:at=500ms,for=1.5s', 'stall:after=200,for=2s']).stalls).toEqual([
    { atMs: 500, forMs: 1_500 },
    { afterRequests: 200, forMs: 2_000 },
  ]);
});

it.each([
  'fast',
  '',
  '-1',
  'constant:',
  'constant:1,2',
  'uniform:50,5',
  'lognormal:20',
  'mixture:constant:3',
  'stall:at=5,for=2',
  'stall:at=1.2.3s,for=2s',
  'stall:for=2s',
])('%p is refused with the accepted forms', (text) => {
  expect(() => parseLatency([text])).toThrow(`"${text}" is no latency; accepted: ${latencyForms}`);
});

it('refuses two latencies of one brand', () => {
  expect(() => parseLatency(['5', 'constant:6'])).toThrow('"constant:6" is a second latency');
});
