import { createAjv, validatorFor } from '../schemas/validation/validator';
import { startReference, type Reference } from './start-reference';
import { createTestClient, dialogue, type TestClient, type TestRequest } from './testing/exchange';

const ajv = createAjv();
let reference: Reference;
let client: TestClient;

beforeAll(async () => {
  reference = await startReference();
  client = createTestClient(reference.baseUrl);
});

afterAll(async () => {
  client.close();
  await reference.close();
});

async function answer(request: TestRequest): Promise<{ status: number; body: unknown }> {
  const { status, text } = await client.send(request);
  return { status, body: JSON.parse(text) as unknown };
}

describe('200', () => {
  it('answers every chatroom in its documented form', async () => {
    const validate = validatorFor(ajv, 'chatroom');
    for (const [brand, id] of [...[301, 302, 303].map((id) => ['3', id]), ['4', 400], ['5', 5099]]) {
      const { status, body } = await answer({
        path: `/chat/chatrooms/${String(id)}`,
        headers: { 'x-popsell-brand': String(brand) },
      });
      validate(body);
      expect([status, validate.errors]).toEqual([200, null]);
    }
  });

  it.each([
    ['another media type', { 'content-type': 'text/xml; charset=x' }],
    ['a type that is none', { 'content-type': 'json' }],
    ['no type', { 'content-type': undefined }],
    ['HTML asked for', { accept: 'text/html' }],
  ])('reads JSON and answers JSON with %s', async (_name, headers) => {
    const { status, headers: received } = await client.send({ headers });
    expect([status, received['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
  });
});

describe('401', () => {
  it.each([
    ['no token', undefined],
    ['an unknown token', 'Bearer nobody'],
    ['another scheme', 'Basic reference-token'],
    ['no scheme', 'reference-token'],
  ])('refuses %s, whatever else is wrong', async (_name, authorization) => {
    const headers = { authorization, 'x-popsell-brand': 'abc' };
    for (const path of ['/chat/chatrooms/301', '/chat/chatrooms/8abc', '/chat/chatrooms/%zz']) {
      const received = await answer({ path, headers, body: '{' });
      expect(received).toEqual({ status: 401, body: { message: 'Unauthorized.' } });
    }
  });
});

describe('403', () => {
  it.each([
    ['a token without permission', { authorization: 'Bearer reference-token-without-permission' }],
    ['an unknown brand', { 'x-popsell-brand': '12' }],
    ['the chatroom of another brand', { 'x-popsell-brand': '4' }],
  ])('refuses %s, before it looks at the body', async (_name, headers) => {
    expect((await answer({ headers, body: '{' })).status).toBe(403);
  });
});

describe('404', () => {
  it.each(['999999999', '8abc', '-1', '', '12345678901234567890', '%zz', '301/x', '0x12d'])(
    'knows no chatroom %s, before it looks at the body',
    async (id) => {
      const { status, body } = await answer({ path: `/chat/chatrooms/${id}`, body: '{' });
      expect([status, body]).toEqual([404, { message: 'Not found.' }]);
    },
  );
});

it('knows no chatroom whose id has thousands of digits', async () => {
  expect((await answer({ path: `/chat/chatrooms/${'1'.repeat(20_000)}` })).status).toBe(404);
});

describe('405, for what is not documented', () => {
  it.each(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])('allows no %s', async (method) => {
    const { status, headers } = await client.send({ method, body: '' });
    expect([status, headers.allow]).toEqual([405, 'PATCH']);
  });

  it('comes after 401, and is for the path of a chatroom alone', async () => {
    expect((await client.send({ method: 'POST', headers: { authorization: undefined } })).status).toBe(401);
    expect((await client.send({ method: 'POST', path: '/chat/chatrooms' })).status).toBe(404);
  });
});

describe('422', () => {
  it.each([undefined, '', 'abc', '3.5', '3abc'])('names the header of brand %s', async (brand) => {
    const { status, body } = await answer({ headers: { 'x-popsell-brand': brand }, body: '{' });
    expect(status).toBe(422);
    expect(body).toHaveProperty(['errors', 'X-Popsell-Brand', 0]);
  });

  it.each(['', '{', '[]', '"text"', 'null', '3'])('rejects a body that is no object: %p', async (body) => {
    expect((await answer({ body })).status).toBe(422);
  });

  it.each([
    true,
    7,
    null,
    [],
    {},
    '',
    '2023-10-06',
    '1696599669',
    '2023-02-29T10:00:00Z',
    '2023-10-06T13:41:09',
  ])('names established_dialogue where it is %p', async (value) => {
    const { status, body } = await answer({ body: dialogue(value) });
    const valid = validatorFor(ajv, 'validationError')(body);
    expect([status, valid]).toEqual([422, true]);
    expect(body).toHaveProperty('errors.established_dialogue');
  });

  it('rejects bodies of many megabytes', async () => {
    const long = 'x'.repeat(8_000_000);
    const answers = [await answer({ body: long }), await answer({ body: dialogue(long) })];
    expect(answers.map(({ status }) => status)).toEqual([422, 422]);
  });
});
