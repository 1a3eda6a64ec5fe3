import { aPlan } from './fixtures/a-run';
import { trafficDefinition } from './traffic-definition';

const brands = [
  { id: 3, chatrooms: [301, 302] },
  { id: 4, chatrooms: { from: 400, to: 419 } },
];

describe('trafficDefinition', () => {
  it('names what runs must share to be compared', () => {
    const { shape, ...rest } = trafficDefinition(aPlan(), brands, {});
    expect(JSON.parse(shape)).toMatchObject({ model: 'open', durationSeconds: 10 });
    expect(rest).toEqual({
      rooms: { '3': 2, '4': 20 },
      brandWeights: 'equal',
      maxChatrooms: 10_000,
      popularity: 'uniform',
      zipfExponent: 1,
    });
  });

  it.each([
    ['--rate', aPlan({ ratePerSecond: 7 }), {}],
    ['--duration', aPlan({ durationSeconds: 7 }), {}],
    ['the profile', aPlan({ profile: 'contention' }), {}],
    ['the popularity of chatrooms', aPlan(), { LOAD_POPULARITY: 'zipf' }],
    ['the weights of brands', aPlan(), { LOAD_BRAND_WEIGHTS: 'rooms' }],
  ])('differs by %s', (_, plan, environment) => {
    expect(trafficDefinition(plan, brands, environment)).not.toEqual(trafficDefinition(aPlan(), brands, {}));
  });
});
