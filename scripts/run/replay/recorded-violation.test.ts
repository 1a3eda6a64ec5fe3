import type { Violation } from '../../../schemas/generated/types';
import type { Target } from '../../../schemas/target/target';
import { recordedRequest } from './recorded-violation';

const target: Target = {
  name: 'staging',
  baseUrl: 'https://staging.example.org/api/v2',
  token: 'the-token',
  brands: [{ id: 3, chatrooms: [301] }],
  unknownChatroom: 9,
};

const withAuthorization = (value: string, url = `${target.baseUrl}/chat/chatrooms/301`): Violation => ({
  obligation: '200/status',
  cause: 'status-500',
  message: 'received 500',
  received: 'status 500',
  documented: 'status 200',
  count: 1,
  waived: false,
  exchange: {
    request: { method: 'PATCH', url, headers: { Authorization: value }, body: '{}' },
    response: null,
    curl: 'curl',
  },
});

it.each([
  ['Bearer $POPSELL_TOKEN', 'Bearer the-token'],
  ['Bearer ${POPSELL_TOKEN}x', 'Bearer the-tokenx'],
  ['Bearer ${POPSELL_TOKEN:0:8}', 'Bearer the-toke'],
  ['Bearer ${POPSELL_TOKEN:0:4}x${POPSELL_TOKEN:5}', 'Bearer the-xoken'],
  ['Bearer ${POPSELL_TOKEN~~}', 'Bearer THE-TOKEN'],
  ['Basic $(id) $HOME $POPSELL_TOKENS', 'Basic $(id) $HOME $POPSELL_TOKENS'],
])('of %s sends %s', (recorded, sent) => {
  expect(recordedRequest(withAuthorization(recorded), target).headers).toEqual({ Authorization: sent });
});

it('needs the forbidden token where the request had it', () => {
  const violation = withAuthorization('Bearer $POPSELL_FORBIDDEN_TOKEN');
  expect(() => recordedRequest(violation, target)).toThrow('set POPSELL_FORBIDDEN_TOKEN');
  expect(recordedRequest(violation, { ...target, forbiddenToken: 'other' }).headers).toEqual({
    Authorization: 'Bearer other',
  });
});

it.each(['https://staging.example.org.evil.test/api/v2/x', 'https://staging.example.org/api/v22/x'])(
  'refuses to send the token to %s',
  (url) => {
    expect(() => recordedRequest(withAuthorization('Bearer $POPSELL_TOKEN', url), target)).toThrow(
      'accepted: the same target',
    );
  },
);
