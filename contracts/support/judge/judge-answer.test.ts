import { aChatroom, anAmbassador } from '../../testing/a-chatroom';
import { anExchange, aRequest } from '../../testing/an-exchange';
import { heldIn, violationsIn } from '../../testing/findings';
import type { Broken } from './finding';
import { judgeAnswer } from './judge-answer';

const token = 'a-token-of-some-length';
const context = { chatroom: 8, secrets: [token] };
const json = { 'content-type': 'application/json' };
const violations = (response: Parameters<typeof anExchange>[0]): Broken[] =>
  violationsIn(judgeAnswer(anExchange(response), context));

describe('a 200', () => {
  it('that is valid is observed in every respect', () => {
    const findings = judgeAnswer(anExchange({ body: aChatroom() }), context);
    expect(findings.filter(({ kind }) => kind !== 'held')).toEqual([]);
    expect(heldIn(findings)).toEqual(
      expect.arrayContaining([
        'any/answer/complete',
        '200/header/content-type',
        '200/body',
        '200/body/source',
        '200/body/id_chatroom/requested',
        '200/body/ambassadors/*/online/rule',
      ]),
    );
  });

  it('that is no UTF-8 is no JSON', () => {
    const { request, response } = anExchange({ body: aChatroom() });
    const exchange = { request, response: response && { ...response, isNotUtf8: true } };
    expect(violationsIn(judgeAnswer(exchange, context))).toEqual([
      expect.objectContaining({ obligation: '200/body', cause: 'not-json' }),
    ]);
  });

  it('is not held against an id that was no integer', () => {
    const findings = judgeAnswer(anExchange({ body: aChatroom({ id_chatroom: 9 }) }), { secrets: [] });
    expect(violationsIn(findings)).toEqual([]);
    expect(heldIn(findings)).not.toContain('200/body/id_chatroom/requested');
  });

  it('has its online judged by its own Date', () => {
    const ambassadors = [anAmbassador({ online: true, last_action_date: '2024-05-05T10:00:00Z' })];
    const body = aChatroom({ ambassadors });
    const headers = { ...json, date: 'Sun, 05 May 2024 10:01:00 GMT' };
    expect(violations({ body, headers })).toEqual([]);
    const late = { ...json, date: 'Sun, 05 May 2024 11:00:00 GMT' };
    expect(violations({ body, headers: late })).toMatchObject([
      { obligation: '200/body/ambassadors/*/online/rule' },
    ]);
  });

  it.each([undefined, '7', 'soon'])('has its online judged by our clock where its Date is %p', (date) => {
    const ambassadors = [anAmbassador({ online: true, last_action_date: '2024-05-05T10:00:00Z' })];
    const headers = { ...json, ...(date === undefined ? {} : { date }) };
    const receivedAtMs = Date.UTC(2024, 4, 5, 10, 1);
    expect(violations({ body: aChatroom({ ambassadors }), headers, receivedAtMs })).toEqual([]);
  });

  it.each([
    ['[]', 'array', 'the body is array, not one object'],
    ['null', 'null', 'the body is null, not one object'],
    ['8', 'integer', 'the body is integer, not one object'],
    ['', 'empty', 'the body is empty'],
  ])('whose body is "%s" is one violation', (text, cause, message) => {
    expect(violations({ text })).toMatchObject([{ obligation: '200/body', cause, message, pointer: '' }]);
  });

  it('that does not parse says why', () => {
    const [violation] = violations({ text: '{"id_chatroom":' });
    expect(violation).toMatchObject({
      obligation: '200/body',
      cause: 'not-json',
      received: '{"id_chatroom":',
    });
    expect(violation?.message).toMatch(/^the body does not parse as JSON: ./);
  });
});

describe('the content type of a 401', () => {
  const judge = (type: string | undefined): Broken[] =>
    violations({
      status: 401,
      body: { message: 'Unauthorized.' },
      headers: type === undefined ? {} : { 'content-type': type },
    });

  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset=UTF-8 '])(
    'may be %s',
    (type) => {
      expect(judge(type)).toEqual([]);
    },
  );

  it.each(['application/problem+json', 'text/html; charset=utf-8', 'application/jsonp', ''])(
    'may not be "%s"',
    (type) => {
      expect(judge(type)).toMatchObject([
        { obligation: '401/header/content-type', received: type, documented: 'application/json' },
      ]);
    },
  );

  it('may not be absent', () => {
    expect(judge(undefined)).toMatchObject([{ received: 'absent' }]);
  });
});

describe.each([403, 404])('the body of a %d', (status) => {
  const obligation = `${status}/body/parses`;

  it.each([
    ['none', '', 'application/json'],
    ['a page', '<html>', 'text/html'],
    ['anything, undeclared', '{', undefined],
    ['JSON', '{"message":"no"}', 'application/json; charset=utf-8'],
    ['a problem', '{"title":"no"}', 'application/problem+json'],
    ['a list', '[]', 'application/vnd.api+json'],
  ])('may be %s', (_name, text, type) => {
    const headers = type === undefined ? {} : { 'content-type': type };
    const findings = judgeAnswer(anExchange({ status, text, headers }), context);
    expect(heldIn(findings)).toContain(obligation);
  });

  it.each(['application/json', 'application/problem+json; charset=utf-8'])(
    'parses where it is declared as %s',
    (type) => {
      const headers = { 'content-type': type };
      expect(violations({ status, text: '{"message"', headers })).toMatchObject([
        { obligation, cause: 'not-json', received: '{"message"' },
      ]);
    },
  );
});

it.each([400, 429, 500, 302])('the body of a %d, which is not documented, is not judged', (status) => {
  expect(heldIn(judgeAnswer(anExchange({ status, text: 'any' }), context))).toEqual([
    'any/answer/complete',
    'any/answer/stack-trace',
    'any/answer/file-path',
    'any/answer/token',
  ]);
});

describe('no whole answer', () => {
  it.each([
    [{ cause: 'ECONNRESET', message: 'socket hang up' }, 'nothing'],
    [{ cause: 'timeout', message: 'it took more than 10 s', status: 200 }, 'status 200 without a whole body'],
  ])('is one violation with its cause: %j', (failure, received) => {
    expect(judgeAnswer({ request: aRequest(), failure }, context)).toEqual([
      {
        kind: 'broken',
        obligation: 'any/answer/complete',
        cause: failure.cause,
        message: `no whole answer: ${failure.message}`,
        received,
        documented: 'a whole answer in time, of at most 10 MB',
      },
    ]);
  });
});

it.each([
  ['a body that does not parse', { text: `${'x'.repeat(190)}${token}` }],
  ['a property', { body: aChatroom({ source: `${'x'.repeat(65)}${token}` }) }],
])('never quotes a part of the token that %s ends with', (_name, response) => {
  const judged = JSON.stringify(judgeAnswer(anExchange(response), context));
  expect(judged).not.toContain(token.slice(0, 5));
});
