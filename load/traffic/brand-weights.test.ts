import { formatBrandWeights, parseBrandWeights } from './brand-weights';

it.each([
  ['equal', 'equal'],
  ['rooms', 'rooms'],
  ['3:2, 4:0.5', { '3': 2, '4': 0.5 }],
])('reads %s', (text, weights) => {
  expect(parseBrandWeights(text)).toEqual(weights);
});

it.each(['', '3', '3:0', '3:-1', '3:x', 'even'])('names the accepted forms for "%s"', (text) => {
  expect(() => parseBrandWeights(text)).toThrow('accepted: equal, rooms, or weights above 0 by brand');
});

it('hands over the weights of a target, and nothing where it has none', () => {
  expect(formatBrandWeights([{ id: 3, weight: 2 }, { id: 4 }])).toBe('3:2');
  expect(formatBrandWeights([{ id: 4 }])).toBeUndefined();
});
