import { usualRedaction } from '../../schemas/target/redaction';
import { readOptions } from './options';

const needed = { POPSELL_BASE_URL: 'http://127.0.0.1/api/', POPSELL_TOKEN: 't', POPSELL_BRANDS: '3:301' };

it('has a default for everything but the target', () => {
  expect(readOptions(needed)).toEqual({
    baseUrl: 'http://127.0.0.1/api',
    token: 't',
    brands: '3:301',
    maxChatrooms: 10_000,
    redaction: usualRedaction,
    profile: 'smoke',
    traffic: {
      seed: 1,
      brandWeights: 'equal',
      zipfExponent: 1,
      singleRoomLimit: 20,
    },
  });
});

it.each(['POPSELL_BASE_URL', 'POPSELL_TOKEN', 'POPSELL_BRANDS'])('needs %s', (name) => {
  expect(() => readOptions({ ...needed, [name]: '' })).toThrow(`${name} is not set`);
});

it('needs no brands beside a file of them', () => {
  expect(readOptions({ ...needed, POPSELL_BRANDS: '', POPSELL_BRANDS_FILE: '/b' }).brandsFile).toBe('/b');
});

it('names the variable and the accepted form', () => {
  expect(() => readOptions({ ...needed, LOAD_POPULARITY: 'pareto' })).toThrow(
    'LOAD_POPULARITY="pareto"; accepted: uniform, zipf',
  );
  expect(() => readOptions({ ...needed, LOAD_RATE: 'fast' })).toThrow(
    'LOAD_RATE="fast" is not a number from 0 up',
  );
});

it.each([
  ['30', 30],
  ['30s', 30],
  ['5m', 300],
])('reads a duration of %s', (text, seconds) => {
  expect(readOptions({ ...needed, LOAD_DURATION: text }).durationSeconds).toBe(seconds);
});

it('names both forms of a duration', () => {
  expect(() => readOptions({ ...needed, LOAD_DURATION: 'long' })).toThrow(
    'LOAD_DURATION="long" is not a number from 0 up, or a duration such as 30s',
  );
});
