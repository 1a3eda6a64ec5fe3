import { secretForms } from './secret-forms';

const secret = 'secret/tökén-42';

const hidden = (text: string): boolean =>
  !secretForms(secret)
    .reduce((rest, form) => rest.split(form).join('…'), text)
    .includes(text);

test.each(['', 'a', 'ab', 'user:', 'Bearer '])('knows base64 behind %j', (before) => {
  for (const after of ['', '!', 'more of it']) {
    const bytes = Buffer.from(`${before}${secret}${after}`);
    expect([hidden(bytes.toString('base64')), hidden(bytes.toString('base64url'))]).toEqual([true, true]);
  }
});

test('knows the secret itself, percent-encoded too', () => {
  expect(secretForms(secret)).toEqual(expect.arrayContaining([secret, encodeURIComponent(secret)]));
});

test('has no form that is short enough to be met by chance', () => {
  expect(secretForms('abc')).toEqual(['abc']);
  expect(secretForms('')).toEqual([]);
});
