import { BrandListError } from './brand-list';
import { TargetEnvironmentError, targetFromEnvironment, targetToEnvironment, type Target } from './target';

const smallest = {
  POPSELL_BASE_URL: 'https://staging.example.org/api/v2',
  POPSELL_TOKEN: 'a-token',
  POPSELL_BRANDS: '3:301',
};

function aTarget(changes: Partial<Target> = {}): Target {
  return {
    name: 'staging',
    baseUrl: 'https://staging.example.org/api/v2',
    token: 'a-token',
    brands: [
      { id: 3, chatrooms: [301, 302] },
      { id: 4, chatrooms: { from: 400, to: 419 } },
    ],
    unknownChatroom: 7,
    ...changes,
  };
}

it.each([
  [
    'whole',
    aTarget({
      forbiddenToken: 'another-token',
      maxRequestsPerSecond: 0.5,
      redact: { headers: ['X-Session'], fields: ['phone', 'iban'] },
    }),
  ],
  ['without what is optional', aTarget()],
])('a target that is %s comes back from the environment as it was', (_name, target) => {
  expect(targetFromEnvironment(targetToEnvironment(target))).toEqual(target);
});

it("covers what the caller's own environment holds", () => {
  const inherited = { POPSELL_FORBIDDEN_TOKEN: 'inherited', POPSELL_MAX_REQUESTS_PER_SECOND: '1' };
  expect(targetFromEnvironment({ ...inherited, ...targetToEnvironment(aTarget()) })).toEqual(aTarget());
});

it('fills in the name and the unknown chatroom', () => {
  expect(targetFromEnvironment(smallest)).toMatchObject({
    name: smallest.POPSELL_BASE_URL,
    unknownChatroom: 999_999_999,
  });
});

it('takes slashes off the end of the base URL', () => {
  const { baseUrl } = targetFromEnvironment({ ...smallest, POPSELL_BASE_URL: 'http://127.0.0.1:4010//' });
  expect(baseUrl).toBe('http://127.0.0.1:4010');
});

it.each(Object.keys(smallest))('says that %s is missing, or empty', (name) => {
  const error = new TargetEnvironmentError(`${name} is not set`);
  expect(() => targetFromEnvironment({ ...smallest, [name]: undefined })).toThrow(error);
  expect(() => targetFromEnvironment({ ...smallest, [name]: '' })).toThrow(error);
});

it('says what is wrong with the brands', () => {
  expect(() => targetFromEnvironment({ ...smallest, POPSELL_BRANDS: '3' })).toThrow(BrandListError);
});

describe.each(['POPSELL_UNKNOWN_CHATROOM', 'POPSELL_MAX_REQUESTS_PER_SECOND'])('%s', (name) => {
  it.each(['abc', '0', '-1', 'NaN'])('is not %s, and the accepted form is named', (value) => {
    expect(() => targetFromEnvironment({ ...smallest, [name]: value })).toThrow(
      new TargetEnvironmentError(`${name} is "${value}"; accepted: a number above 0`),
    );
  });
});
