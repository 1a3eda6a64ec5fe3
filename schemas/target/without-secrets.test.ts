import { withoutSecrets } from './without-secrets';

const clean = withoutSecrets({ token: 'planted-token', forbiddenToken: 'planted-token-2' });

it.each([
  [
    'net/http: invalid header field value "Bearer planted-token"',
    'net/http: invalid header field value "Bearer $POPSELL_TOKEN"',
  ],
  ['planted-token-2 planted-token', '$POPSELL_FORBIDDEN_TOKEN $POPSELL_TOKEN'],
  ['an open port', 'an open port'],
])('of %s leaves %s', (text, left) => {
  expect(clean(text)).toBe(left);
});

it('changes nothing where there is no second token', () => {
  expect(withoutSecrets({ token: 'planted-token', forbiddenToken: undefined })('a b')).toBe('a b');
});
