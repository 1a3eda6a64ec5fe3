import type { TargetBrand } from '../../schemas/generated/types';
import { readOptions } from '../script/options';
import { planTraffic } from '../traffic/plan-traffic';
import { roomsOf } from '../traffic/rooms';
import { createTraffic } from '../traffic/traffic';
import { usedBrands, type AskedRun } from './asked-run';

const long = Array.from({ length: 3_000 }, (_, index) => 10 + 7 * index);

function asked(brands: readonly TargetBrand[], maxChatrooms = 200): AskedRun {
  const target = {
    name: 'test',
    baseUrl: 'http://127.0.0.1/',
    token: 't',
    brands: [...brands],
    unknownChatroom: 9,
  };
  return { target, profile: 'soak', seed: 5, maxChatrooms };
}

/** What k6 makes of a list of brands. */
function requestsOf(brands: readonly TargetBrand[], weights: string): unknown[] {
  const options = readOptions({
    POPSELL_BASE_URL: 'http://127.0.0.1/',
    POPSELL_TOKEN: 't',
    POPSELL_BRANDS: 'elsewhere',
    LOAD_PROFILE: 'soak',
    LOAD_SEED: '5',
    LOAD_MAX_CHATROOMS: '200',
    LOAD_BRAND_WEIGHTS: weights,
  });
  const { ownership, traffic } = planTraffic(brands.map(roomsOf), options);
  const made = createTraffic(ownership, traffic.options);
  return [
    made.buckets,
    Array.from({ length: 500 }, (_, index) => made.request(index)),
    Array.from({ length: 200 }, (_, vu) => made.ownRequests(vu + 1)?.next(vu)),
  ];
}

describe('a long list is cut to what the run uses, and every request is the same', () => {
  afterEach(() => {
    delete process.env['LOAD_BRAND_WEIGHTS'];
  });

  it.each(['equal', 'rooms', '3:2'])('with weights %s', (weights) => {
    process.env['LOAD_BRAND_WEIGHTS'] = weights;
    const brands: TargetBrand[] = [
      { id: 3, chatrooms: long },
      { id: 4, chatrooms: { from: 400, to: 1_399 } },
      { id: 5, chatrooms: [1, 2, 3] },
    ];
    const used = usedBrands(asked(brands));
    expect(used.map(roomsOf).reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(200);
    expect(requestsOf(used, weights)).toEqual(requestsOf(brands, weights));
  });
});

it.each<[string, TargetBrand[]]>([
  ['ranges', [{ id: 3, chatrooms: { from: 1, to: 1_000_000 } }]],
  ['lists that are used as a whole', [{ id: 3, chatrooms: [1, 2] }]],
])('%s stay as they are', (_, brands) => {
  expect(usedBrands(asked(brands))).toEqual(brands);
});

it('weights stay, too', () => {
  expect(usedBrands(asked([{ id: 3, weight: 2, chatrooms: long }]))[0]).toMatchObject({ id: 3, weight: 2 });
});
