import {
  isRedactedPlace,
  redactFields,
  redactHeaders,
  redactionWith,
  redactValues,
  usualRedaction,
} from './redaction';

describe('redactFields', () => {
  it.each([
    ['text', '{"email":"ada@example.org","id":1}', '{"email":"[redacted]","id":1}'],
    ['text with quotes in it', '{"email":"a\\"b@example.org","id":1}', '{"email":"[redacted]","id":1}'],
    [
      'blanks, and names in capitals',
      '{ "E-Mail":1, "EMAIL" : "x" }',
      '{ "E-Mail":1, "EMAIL" : "[redacted]" }',
    ],
    ['a number', '{"customer_id":1042}', '{"customer_id":"[redacted]"}'],
    ['a list', '{"email":["a@b.c",{"x":"]"}],"id":1}', '{"email":"[redacted]","id":1}'],
    ['an object', '{"email":{"work":"a@b.c"},"id":1}', '{"email":"[redacted]","id":1}'],
    ['an excerpt that ends in it', '{"email":"ada@exam', '{"email":"[redacted]"'],
    ['an excerpt that ends in a list of them', '{"email":["ada@exam', '{"email":"[redacted]"'],
    [
      'JSON inside a string',
      '{"log":"{\\"email\\":\\"a@b.c\\"}"}',
      '{"log":"{\\"email\\":\\"[redacted]\\"}"}',
    ],
    ['every one of many', '[{"email":"a"},{"email":"b"}]', '[{"email":"[redacted]"},{"email":"[redacted]"}]'],
  ])('blanks %s', (_, text, expected) => {
    expect(redactFields(text, usualRedaction)).toBe(expected);
  });

  it.each(['{"email":null}', '{"email":true}', '{"emails":"x","mail":"email"}', 'email: x', ''])(
    'leaves %s: nothing of a person is in it, or no such property',
    (text) => {
      expect(redactFields(text, usualRedaction)).toBe(text);
    },
  );

  it('takes a name for a name, not for a pattern', () => {
    expect(redactFields('{"a.b":"x","aab":"y"}', redactionWith({ fields: ['a.b'] }))).toBe(
      '{"a.b":"[redacted]","aab":"y"}',
    );
  });

  it('is as fast as the text is long', () => {
    const text = `{"email":"${'x'.repeat(5_000_000)}`;
    expect(redactFields(text, usualRedaction)).toBe('{"email":"[redacted]"');
    expect(redactFields('\\'.repeat(5_000_000), usualRedaction)).toHaveLength(5_000_000);
  });
});

it('blanks headers by name, whatever their case', () => {
  const headers = { 'Set-Cookie': 'a=b', 'X-Session': 's', Date: 'today' };
  expect(redactHeaders(headers, redactionWith({ headers: ['x-SESSION'] }))).toEqual({
    'Set-Cookie': '[redacted]',
    'X-Session': '[redacted]',
    Date: 'today',
  });
});

it('knows the places of redacted fields', () => {
  expect(isRedactedPlace('/ambassadors/0/email', usualRedaction)).toBe(true);
  expect(isRedactedPlace('/ambassadors/0/email/work', usualRedaction)).toBe(true);
  expect(isRedactedPlace('/ambassadors/0/id', usualRedaction)).toBe(false);
  expect(isRedactedPlace(undefined, usualRedaction)).toBe(false);
});

it.each([
  ['ambassadors.0.email is "ada@example.org"', 'ambassadors.0.email is [redacted text]'],
  ['ambassadors.0.customer_id is 1042', 'ambassadors.0.customer_id is [redacted number]'],
  [
    '/ambassadors/0/email of chatroom 301 (brand 3) changed from "a@b.org" to 7',
    '/ambassadors/0/email of chatroom 301 (brand 3) changed from [redacted text] to [redacted number]',
  ],
  ['ambassadors.0.email is null', 'ambassadors.0.email is null'],
  ['"ada@exam…', '[redacted text]'],
  ['string', 'string'],
])('says %j as %j', (text, expected) => {
  expect(redactValues(text)).toBe(expected);
});
