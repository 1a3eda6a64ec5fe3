import { parseShard, shardArguments } from './shard';

it('reads I/N', () => {
  expect(parseShard('2/3')).toEqual({ index: 2, count: 3 });
});

it.each(['', '0/3', '4/3', '1/0', '1', 'a/b', '1/3/3'])('refuses %p', (text) => {
  expect(() => parseShard(text)).toThrow('accepted: I/N with 1 <= I <= N, such as 2/3');
});

it('makes execution segments that cover the whole', () => {
  const segments = [1, 2, 3].map((index) => shardArguments({ index, count: 3 }));
  expect(segments.map(([, segment]) => segment)).toEqual(['0:1/3', '1/3:2/3', '2/3:1']);
  expect(segments[0]).toEqual([
    '--execution-segment',
    '0:1/3',
    '--execution-segment-sequence',
    '0,1/3,2/3,1',
  ]);
});

it('needs no flags for the whole', () => {
  expect(shardArguments(undefined)).toEqual([]);
  expect(shardArguments({ index: 1, count: 1 })).toEqual([]);
});
