import { roomsOf } from './rooms';
import { brandShares, createTraffic, type TrafficOptions } from './traffic';

const rooms = [
  roomsOf({ id: 3, chatrooms: [301, 302] }),
  roomsOf({ id: 4, chatrooms: { from: 400, to: 419 } }),
];

const options: TrafficOptions = {
  seed: 1,
  brandWeights: 'equal',
  popularity: 'uniform',
  zipfExponent: 1,
  sampleShare: 0.1,
  singleRoomLimit: 30,
};

function requests(count: number, changed: Partial<TrafficOptions> = {}) {
  const traffic = createTraffic(rooms, { ...options, ...changed });
  return Array.from({ length: count }, (_, index) => traffic.request(index));
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.filter(holds).length / items.length;
}

it('sends the same requests for the same seed, and others for another', () => {
  expect(requests(50)).toEqual(requests(50));
  expect(requests(50)).not.toEqual(requests(50, { seed: 2 }));
});

it('asks a brand for its own chatrooms only', () => {
  for (const { bucket, chatroom } of requests(500)) {
    const { brand, name } = bucket;
    expect(brand === 3 ? [301, 302].includes(chatroom) : chatroom >= 400 && chatroom <= 419).toBe(true);
    expect(name).toBe(`${brand}/${chatroom}`);
  }
});

it('reaches every chatroom', () => {
  expect(new Set(requests(2_000).map(({ chatroom }) => chatroom)).size).toBe(22);
});

it('weights brands equally, or by their number of chatrooms', () => {
  expect(share(requests(4_000), ({ bucket }) => bucket.brand === 3)).toBeCloseTo(0.5, 1);
  expect(share(requests(4_000, { brandWeights: 'rooms' }), ({ bucket }) => bucket.brand === 3)).toBeCloseTo(
    2 / 22,
    1,
  );
  expect(brandShares(rooms, 'rooms')).toEqual([2 / 22, 20 / 22]);
});

it('makes the first chatrooms hot with Zipf', () => {
  const ofBrand4 = requests(4_000, { popularity: 'zipf' }).filter(({ bucket }) => bucket.brand === 4);
  const harmonic = Array.from({ length: 20 }, (_, rank) => 1 / (rank + 1)).reduce((a, b) => a + b);
  expect(share(ofBrand4, ({ chatroom }) => chatroom === 400)).toBeCloseTo(1 / harmonic, 1);
});

it('samples the share that was asked for, in every brand and chatroom', () => {
  const sampled = requests(20_000).filter((request) => request.sampled);
  expect(sampled.length / 20_000).toBeCloseTo(0.1, 1);
  expect(new Set(sampled.map(({ chatroom }) => chatroom)).size).toBe(22);
  expect(requests(1_000, { sampleShare: 0 }).some((request) => request.sampled)).toBe(false);
  expect(requests(1_000, { sampleShare: 1 }).every((request) => request.sampled)).toBe(true);
});

it('writes a value of its own with every request', () => {
  expect(new Set(requests(5_000).map(({ value }) => value)).size).toBe(5_000);
});
