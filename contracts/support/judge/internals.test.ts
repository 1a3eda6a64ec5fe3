import { aRequest, aResponse } from '../../testing/an-exchange';
import { heldIn, violationsIn } from '../../testing/findings';
import type { Finding } from './finding';
import { judgeInternals } from './internals';

const token = 'eyJhbGciOi/JIUzI1NiJ9.e30.s1gnature';
const judge = (response: Parameters<typeof aResponse>[0]): Finding[] =>
  judgeInternals(aRequest(), aResponse(response), [token]);

const laravel = {
  message: 'SQLSTATE[HY000]',
  exception: 'Illuminate\\Database\\QueryException',
  file: '/var/www/html/vendor/laravel/framework/src/Connection.php',
  line: 760,
  trace: [{ file: '/var/www/html/vendor/laravel/framework/src/Connection.php', line: 720 }],
};
const spring = {
  status: 500,
  trace: 'java.lang.IllegalStateException: "no"\n\tat com.popsell.Rooms.update(Rooms.java:42)\n',
  path: '/v2/chat/chatrooms/8',
};

it.each([
  ['Laravel', laravel, ['any/answer/stack-trace', 'any/answer/file-path']],
  ['Spring', spring, ['any/answer/stack-trace']],
  [
    'a list of frames',
    { stack: ['    at update (/app/a/rooms.js:3:9)'] },
    ['any/answer/stack-trace', 'any/answer/file-path'],
  ],
  ['.NET', { detail: '   at A.B() in /src/A.cs:line 4' }, ['any/answer/stack-trace', 'any/answer/file-path']],
])('finds the internals that %s writes into JSON', (_name, body, obligations) => {
  const violations = violationsIn(judge({ status: 422, body }));
  expect(violations.map(({ obligation }) => obligation)).toEqual(obligations);
});

it('finds them in JSON that does not parse', () => {
  const text = '{"file":"\\/var\\/www\\/html\\/index.php"';
  expect(violationsIn(judge({ status: 500, text }))).toMatchObject([
    { obligation: 'any/answer/file-path', received: '/var/www/html/index.php' },
  ]);
});

it('finds them in a header', () => {
  const headers = { 'x-debug': '/var/www/html/index.php' };
  expect(violationsIn(judge({ status: 401, headers }))).toMatchObject([
    { obligation: 'any/answer/file-path' },
  ]);
});

it.each([
  ['the body', { text: `{"message":"unknown token ${token}"}` }],
  ['the body, its slashes escaped', { text: `{"message":"${token.replaceAll('/', '\\/')}"}` }],
  ['the body of a 200', { status: 200, text: token }],
  ['a header', { headers: { 'x-echo': `Bearer ${token}` } }],
  ['a header, in base64', { headers: { 'x-session': Buffer.from(`user:${token}`).toString('base64') } }],
])('finds the token in %s, and does not repeat it', (_name, response) => {
  const findings = judge({ status: 401, ...response });
  expect(violationsIn(findings)).toMatchObject([{ obligation: 'any/answer/token', received: 'the token' }]);
  expect(JSON.stringify(findings)).not.toContain('eyJ');
});

it('does not take a short token, which any text may hold, for an echo', () => {
  const findings = judgeInternals(aRequest(), aResponse({ body: { id_chatroom: 1234567 } }), ['1234567']);
  expect(violationsIn(findings)).toEqual([]);
});

it.each([
  [
    'an image, a date and a path of a 200',
    { body: { image: '/var/images/a/42.png', at: '2023-10-06T13:41:09Z' } },
  ],
  ['what people chat', { body: { summary: 'Top:\n#1 Paris (2)\n at noon: see 10:30:00, /home/ada/x' } }],
  ['a 404 that repeats its own path', { status: 404, text: 'Cannot PATCH /v2/chat/chatrooms/8' }],
  ['an empty body', { status: 403, text: '' }],
  ['a plain 422', { status: 422, body: { message: 'Invalid.', errors: { field: ['must be a date'] } } }],
])('accuses nobody for %s', (_name, response) => {
  const all = ['any/answer/stack-trace', 'any/answer/file-path', 'any/answer/token'];
  expect(heldIn(judge(response))).toEqual(all);
});

it('finds a source file beside what is documented of a 200', () => {
  const file = '/var/www/html/app/Rooms.php';
  const debugged = { ambassadors: [{ debug: { frames: [{ file }] } }] };
  expect(violationsIn(judge({ body: debugged }))).toMatchObject([
    { obligation: 'any/answer/file-path', received: file },
  ]);
});

const quotedTrace = 'Mine fails:\nTraceback (most recent call last):\n  File "/home/me/a.py", line 3';

it('leaves a trace that people quote in a comment or a summary alone', () => {
  const body = { last_rating: { comment: quotedTrace }, last_summary: { summary: quotedTrace } };
  expect(violationsIn(judge({ status: 200, body }))).toEqual([]);
});

it('finds a trace beside what people quote, and in the comment of what is no 200', () => {
  const last_rating = { comment: quotedTrace };
  const other = 'Traceback (most recent call last):\n  File "b.py"';
  const trace = [{ obligation: 'any/answer/stack-trace' }];
  expect(violationsIn(judge({ status: 200, body: { last_rating, debug: other } }))).toMatchObject(trace);
  expect(violationsIn(judge({ status: 422, body: { last_rating } })).slice(0, 1)).toMatchObject(trace);
});

it('leaves a file that people write about alone', () => {
  const body = { last_summary: { summary: 'see /var/www/html/app/Rooms.php' }, avatar: '/home/anna.png' };
  expect(violationsIn(judge({ body }))).toEqual([]);
});
