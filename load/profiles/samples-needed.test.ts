import { samplesNeeded } from './samples-needed';

it.each([
  [0.95, 72],
  [0.99, 368],
  [0.999, 3_688],
])('the percentile %p needs %p samples', (quantile, samples) => {
  expect(samplesNeeded(quantile)).toBe(samples);
});
