import { roomsOf } from './rooms';
import { brandShares } from './brand-weights';
import { divideRooms } from './ownership';
import { createTraffic, type Traffic, type TrafficOptions } from './traffic';

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

function trafficOf(changed: Partial<TrafficOptions> = {}, ownedShare = 0): Traffic {
  const brandShares = [0.5, 0.5];
  const ownership = divideRooms(rooms, { vus: 10, ownedShare, brandShares, contendedPerBrand: undefined });
  return createTraffic(ownership, { ...options, ...changed });
}

function requests(count: number, changed: Partial<TrafficOptions> = {}) {
  const traffic = trafficOf(changed);
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

it('weights brands as they are told to, and those that nobody named by 1', () => {
  expect(brandShares(rooms, { 3: 3 })).toEqual([3 / 4, 1 / 4]);
  expect(share(requests(4_000, { brandWeights: { 3: 3 } }), ({ bucket }) => bucket.brand === 3)).toBeCloseTo(
    0.75,
    1,
  );
});

it('lets an owner write and then read what it wrote, where nobody else sends anything', () => {
  const traffic = trafficOf({}, 0.2);
  const own = traffic.ownRequests(10);
  const write = own?.next(7);
  if (own === undefined || write === undefined) throw new Error('client 10 owns nothing');
  expect(write).toMatchObject({ bucket: { brand: 4, name: '4/own' }, chatroom: 419, reads: false });
  expect(own.answered(write, 200)).toBe(true);
  const read = own.next(8);
  expect(read).toMatchObject({ chatroom: 419, reads: true, value: write.value });
  expect(own.answered(read, 200)).toBe(true);
  expect(own.next(9).reads).toBe(false);
  expect(traffic.ownRequests(5)).toBeUndefined();
  expect(traffic.buckets.map(({ index }) => index)).toEqual(traffic.buckets.map((_, at) => at));
  for (let index = 0; index < 500; index++) expect(traffic.request(index).chatroom).not.toBe(419);
});

it('an owner reads only what was accepted, and gives up where a write may still be on its way', () => {
  const own = trafficOf({}, 0.2).ownRequests(10);
  if (own === undefined) throw new Error('client 10 owns nothing');
  expect(own.answered(own.next(0), 429)).toBe(true);
  expect(own.next(1).reads).toBe(false);
  expect(own.answered(own.next(1), 0)).toBe(false);
  expect(own.answered(own.next(2), 504)).toBe(false);
});
