import { redactor } from './redact';

it('replaces every occurrence by the variable', () => {
  const redact = redactor({ POPSELL_TOKEN: 's3cret' });
  expect(redact('Bearer s3cret, s3cret')).toBe('Bearer $POPSELL_TOKEN, $POPSELL_TOKEN');
});

it('puts the variable in braces where its name would go on', () => {
  expect(redactor({ POPSELL_TOKEN: 's3cret' })('s3crets s3cret-s')).toBe(
    '${POPSELL_TOKEN}s $POPSELL_TOKEN-s',
  );
});

it('shows of a token that differs in one character nothing but that', () => {
  const redact = redactor({ POPSELL_TOKEN: 'abcdefgh' });
  expect(redact('abcdefg bcdefgh abcdxfgh xbcdefgh ABCDEFGH abcdefgh')).toBe(
    '${POPSELL_TOKEN:0:7} ${POPSELL_TOKEN:1} ${POPSELL_TOKEN:0:4}x${POPSELL_TOKEN:5} x${POPSELL_TOKEN:1} ${POPSELL_TOKEN~~} $POPSELL_TOKEN',
  );
});

it('takes a whole token for one, though it is another without an end', () => {
  const redact = redactor({ POPSELL_TOKEN: 'abcdefgh', POPSELL_FORBIDDEN_TOKEN: 'abcdefghi' });
  expect(redact('abcdefghi abcdefgh')).toBe('$POPSELL_FORBIDDEN_TOKEN $POPSELL_TOKEN');
});

it('leaves no rest of a secret that holds another', () => {
  const redact = redactor({ POPSELL_TOKEN: 'token', POPSELL_FORBIDDEN_TOKEN: 'token-forbidden' });
  expect(redact('token-forbidden token')).toBe('$POPSELL_FORBIDDEN_TOKEN $POPSELL_TOKEN');
});

it('looks for no secret in the names that others were replaced by', () => {
  const redact = redactor({ POPSELL_TOKEN: 'TOKEN', POPSELL_FORBIDDEN_TOKEN: 'a-long-one' });
  expect(redact('a-long-one')).toBe('$POPSELL_FORBIDDEN_TOKEN');
});

it.each(['a.c', '$&', 'a|b', '(x', '[a-b]', 'a\\b', '^a$', 'a/b+c==', '$POPSELL_TOKEN'])(
  'takes the secret %j as it is written',
  (secret) => {
    expect(redactor({ POPSELL_TOKEN: secret })(`<${secret}> abc`)).toBe('<$POPSELL_TOKEN> abc');
  },
);

it.each([{}, { POPSELL_TOKEN: undefined }, { POPSELL_TOKEN: '' }])('changes nothing with %j', (secrets) => {
  expect(redactor(secrets)('any text')).toBe('any text');
});
