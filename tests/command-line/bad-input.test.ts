import { runCli } from '../support/run-cli';
import { startServer, type LoopbackServer } from '../support/loopback-server';
import { scratchFile } from '../support/scratch';
import { aTargetFile } from '../support/target-file';

let server: LoopbackServer;

beforeAll(async () => {
  server = await startServer((_, response) => response.end('{}'));
});

afterAll(() => server.close());

/** What is wrong, and the words that the message must have: the place, and the accepted form. */
const wrongTargets: readonly {
  readonly what: string;
  readonly file: () => string;
  readonly says: readonly string[];
}[] = [
  {
    what: 'a file that is not there',
    file: () => 'no/such/file.json',
    says: ['no/such/file.json', 'no such file'],
  },
  { what: 'a file that is a folder', file: () => 'docs', says: ['docs', 'a folder'] },
  { what: 'a file that is not JSON', file: () => scratchFile('{"name":'), says: ['not JSON'] },
  {
    what: 'a file with a word too much',
    file: () => scratchFile('{"name": "x",\n "token": planted}'),
    says: ['not JSON: line 2, column 11: Unexpected "…"'],
  },
  { what: 'a file that is an array', file: () => scratchFile('[]'), says: ['the file is []', 'an object'] },
  {
    what: 'an unknown field',
    file: () => aTargetFile({ tokn: 'x' }),
    says: ['tokn is not known', 'accepted: name, baseUrl'],
  },
  {
    what: 'a password in an address of the wrong form',
    file: () => aTargetFile({ baseUrl: 'ftp://user:planted@staging.example.org' }),
    says: ['baseUrl is "ftp://…@staging.example.org"', 'http or https'],
  },
  {
    what: 'a name that holds the token',
    file: () => aTargetFile({ name: 'of a-token-for-tests' }),
    says: ['name holds the token', 'accepted: a text without it'],
  },
  {
    what: 'an address that holds the token',
    file: () => aTargetFile({ baseUrl: 'https://staging.example.org/a-token-for-tests' }),
    says: ['baseUrl holds the token'],
  },
  {
    what: 'a waiver that holds the token',
    file: () =>
      aTargetFile({
        waivers: scratchFile({
          waivers: [
            { obligation: '200/body/last_rating', reason: 'see a-token-for-tests', expires: '2100-01-01' },
          ],
        }),
      }),
    says: ['waivers[0].reason holds the token'],
  },
  {
    what: 'an unknown inner field',
    file: () => aTargetFile({ load: { alow: true } }),
    says: ['load.alow', 'allow, maxRatePerSecond'],
  },
  {
    what: 'a missing field',
    file: () => aTargetFile({ brands: undefined }),
    says: ['brands is missing', 'an array'],
  },
  {
    what: 'no brand',
    file: () => aTargetFile({ brands: [] }),
    says: ['brands is []', 'an array, at least 1 long'],
  },
  {
    what: 'a brand that is text',
    file: () => aTargetFile({ brands: [{ id: '3', chatrooms: [1] }] }),
    says: ['brands[0].id is "3"', 'an integer'],
  },
  {
    what: 'a brand that is no integer',
    file: () => aTargetFile({ brands: [{ id: 3.5, chatrooms: [1] }] }),
    says: ['brands[0].id is 3.5', 'an integer'],
  },
  {
    what: 'no chatroom',
    file: () => aTargetFile({ brands: [{ id: 3, chatrooms: [] }] }),
    says: ['brands[0].chatrooms is []', '[301, 302]'],
  },
  {
    what: 'an empty chatroom range',
    file: () => aTargetFile({ brands: [{ id: 3, chatrooms: { from: 9, to: 8 } }] }),
    says: ['brands[0].chatrooms is an empty range, 9 to 8', 'from <= to'],
  },
  {
    what: 'a brand that is there twice',
    file: () =>
      aTargetFile({
        brands: [
          { id: 3, chatrooms: [1] },
          { id: 3, chatrooms: [2] },
        ],
      }),
    says: ['brands[1].id is 3', 'once'],
  },
  {
    what: 'a base URL without a scheme',
    file: () => aTargetFile({ baseUrl: 'staging.example.org' }),
    says: ['baseUrl is "staging.example.org"', 'absolute http or https URL'],
  },
  {
    what: "a base URL with the operation's path",
    file: () => aTargetFile({ baseUrl: 'https://staging.example.org/api/v2/chat/chatrooms/' }),
    says: ["baseUrl has the operation's own path, /chat/chatrooms, which the suite adds", 'api/v2'],
  },
  {
    what: 'a base URL of another scheme',
    file: () => aTargetFile({ baseUrl: 'ftp://staging.example.org' }),
    says: ['baseUrl', 'http or https'],
  },
  {
    what: 'a variable that is not set',
    file: () => aTargetFile({ token: '${NOT_SET_ANYWHERE}' }),
    says: ['NOT_SET_ANYWHERE is not set', 'reads token from it'],
  },
  {
    what: 'variables that are not set',
    file: () => aTargetFile({ token: '${NOT_SET}', forbiddenToken: '${NOT_SET_EITHER}' }),
    says: ['NOT_SET is not set', 'NOT_SET_EITHER is not set', 'or a file without forbiddenToken'],
  },
  {
    what: 'a token with its scheme',
    file: () => aTargetFile({ token: 'Bearer planted' }),
    says: ['token begins with the scheme', 'the token alone'],
  },
  {
    what: 'a token with a line end',
    file: () => aTargetFile({ token: 'a\nb' }),
    says: ['token has', 'visible ASCII'],
  },
  {
    what: 'a waiver file that is not there',
    file: () => aTargetFile({ waivers: 'none.json' }),
    says: ['waiver file', 'no such file'],
  },
  {
    what: 'a waiver for no obligation',
    file: () =>
      aTargetFile({
        waivers: scratchFile({
          waivers: [{ obligation: '200/nothing', reason: 'x', expires: '2030-01-01' }],
        }),
      }),
    says: ['waivers[0].obligation is "200/nothing"', 'accepted: an id'],
  },
  {
    what: 'a waiver without an end',
    file: () =>
      aTargetFile({
        waivers: scratchFile({ waivers: [{ obligation: '200/body', reason: 'x', expires: 'never' }] }),
      }),
    says: ['waivers[0].expires is "never"', 'YYYY-MM-DD'],
  },
];

describe('a wrong target ends with 2 and names the place', () => {
  test.each(wrongTargets)('$what', async ({ file, says }) => {
    const { exitCode, stderr } = await runCli(['contracts', '--target', file()]);
    expect(exitCode).toBe(2);
    for (const words of says) expect(stderr).toContain(words);
    expect(stderr).not.toContain('    at ');
    expect(stderr).not.toMatch(/a-token-for-tests|planted/);
  });

  test('the value of a token is never shown', async () => {
    const { stderr } = await runCli([
      'contracts',
      '--target',
      aTargetFile({ token: 4_711_000_815, tokn: 1 }),
    ]);
    expect(stderr).toContain('token is a number');
    expect(stderr).not.toContain('4711000815');
  });
});

const wrongOptions: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['an unknown option', ['contracts', '--bogus'], ["unknown option '--bogus'", '--help']],
  ['an unknown command', ['frobnicate'], ["unknown command 'frobnicate'"]],
  ['an unknown profile', ['load', '--profile', 'nope'], ['unknown profile "nope"', 'smoke, load, stress']],
  [
    'an unknown profile of start',
    ['start', '--profile', 'nope'],
    ['unknown profile "nope"', 'smoke, load, stress'],
  ],
  ['an unknown status', ['contracts', '--only', '500'], ["argument '500'", '200, 401']],
  ['a seed that is no number', ['contracts', '--seed', 'x'], ["argument 'x'", 'a whole number']],
  ['a rate of nothing', ['load', '--rate', '0'], ["argument '0'", 'more than 0']],
  ['a duration without a unit', ['load', '--duration', '30'], ["argument '30'", '30s, 5m']],
  ['a shard beyond the last', ['load', '--shard', '4/3'], ["argument '4/3'", 'I/N']],
  ['a port beyond the last', ['reference', '--port', '70000'], ["argument '70000'", '65535']],
  ['a run folder that is not there', ['report', 'no/such/run'], ['no/such/run', 'contract.json']],
  [
    'an --out that is a file',
    ['contracts', '--out', 'package.json'],
    ['package.json is no folder', 'accepted: --out'],
  ],
  ['one inside a file', ['start', '--out', 'package.json/run'], ['package.json is no folder']],
  [
    'one of a report that is a file',
    ['report', 'docs', '--out', 'package.json'],
    ['package.json is no folder'],
  ],
  ['no run folder', ['report'], ["missing required argument 'dir'"]],
  ['nothing to examine', ['doctor'], ['--target FILE']],
];

test.each(wrongOptions)('%s ends with 2 and says the accepted form', async (_, parameters, says) => {
  const { exitCode, stderr } = await runCli(parameters);
  expect(exitCode).toBe(2);
  for (const words of says) expect(stderr).toContain(words);
});

test.each(['LOAD_LATENESS_LIMIT', 'LOAD_POPULARITY', 'LOAD_SAMPLE_SHARE'])(
  'a wrong %s ends with 2 and names the variable',
  async (name) => {
    const { exitCode, stderr } = await runCli(['load'], { [name]: 'much' });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`error: ${name}="much"`);
  },
);

test('load on another host needs the permission of the target file', async () => {
  const { exitCode, stderr } = await runCli([
    'load',
    '--target',
    aTargetFile({ baseUrl: 'https://staging.invalid' }),
  ]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('"load": { "allow": true');
});

test('more load than the target allows is refused', async () => {
  const file = aTargetFile({
    baseUrl: 'https://staging.invalid',
    load: { allow: true, maxRatePerSecond: 5 },
  });
  const { exitCode, stderr } = await runCli(['load', '--target', file, '--rate', '50']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('--rate 5 or less');
});

test('variables alone make a target, and a missing one is named', async () => {
  const { exitCode, stderr } = await runCli(['contracts'], { POPSELL_BASE_URL: server.baseUrl });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('POPSELL_TOKEN and POPSELL_BRANDS not set');
});

test('a wrong brand list is named with its accepted form', async () => {
  const variables = { POPSELL_BASE_URL: server.baseUrl, POPSELL_TOKEN: 'a-token', POPSELL_BRANDS: '3:9-8' };
  const { exitCode, stderr } = await runCli(['contracts'], variables);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('"3:9-8" is an empty chatroom range');
});

test('nothing was sent', () => {
  expect(server.requests()).toBe(0);
});
