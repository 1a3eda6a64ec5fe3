import { runCli } from '../support/run-cli';
import { startServer, type LoopbackServer } from '../support/loopback-server';
import { aTargetFile } from '../support/target-file';

const open: LoopbackServer[] = [];

async function aServerThat(status: number): Promise<LoopbackServer> {
  const server = await startServer((_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end('{"message":"Unauthorized."}');
  });
  open.push(server);
  return server;
}

afterAll(() => Promise.all(open.map((server) => server.close())));

/** A port that was free a moment ago. */
async function aClosedPort(): Promise<number> {
  const server = await startServer(() => undefined);
  await server.close();
  return server.port;
}

const commands = ['contracts', 'load', 'start', 'doctor'];

test.each(commands)('%s ends with 3 where nothing listens', async (command) => {
  const file = aTargetFile({ baseUrl: `http://127.0.0.1:${await aClosedPort()}` });
  const { exitCode, stdout, stderr } = await runCli([command, '--target', file]);
  expect(exitCode).toBe(3);
  expect(`${stdout}${stderr}`).toContain('ECONNREFUSED. Likely cause: nothing listens there');
});

test('doctor marks what stops every run, and says what comes next', async () => {
  const file = aTargetFile({ baseUrl: `http://127.0.0.1:${await aClosedPort()}` });
  const { stdout } = await runCli(['doctor', '--target', file]);
  expect(stdout.match(/^✗.*$/gm)).toEqual([expect.stringMatching(/^✗ stops {4}http.*ECONNREFUSED/)]);
  expect(stdout).toMatch(/^next {7}put right what ✗ names, then: npm run doctor -- --target /m);
});

test('a name that does not resolve ends with 3', async () => {
  const { exitCode, stderr } = await runCli([
    'contracts',
    '--target',
    aTargetFile({ baseUrl: 'http://nowhere.invalid' }),
  ]);
  expect(exitCode).toBe(3);
  expect(stderr).toContain('the name nowhere.invalid does not resolve');
});

test('a TLS handshake that fails ends with 3', async () => {
  const { port } = await aServerThat(200);
  const { exitCode, stderr } = await runCli([
    'contracts',
    '--target',
    aTargetFile({ baseUrl: `https://127.0.0.1:${port}` }),
  ]);
  expect(exitCode).toBe(3);
  expect(stderr).toContain('TLS handshake failed');
});

test('a token that is refused ends with 3 after one request', async () => {
  const server = await aServerThat(401);
  const { exitCode, stderr } = await runCli([
    'contracts',
    '--target',
    aTargetFile({ baseUrl: server.baseUrl }),
  ]);
  expect(exitCode).toBe(3);
  expect(stderr).toContain('refuses the token (401)');
  expect(stderr).toContain('set POPSELL_TOKEN anew');
  expect(server.requests()).toBe(1);
});

test('a chatroom that is never found ends with 3 after one request a brand', async () => {
  const server = await aServerThat(404);
  const brands = [
    { id: 3, chatrooms: [301] },
    { id: 4, chatrooms: [401] },
  ];
  const { exitCode, stderr } = await runCli([
    'contracts',
    '--target',
    aTargetFile({ baseUrl: server.baseUrl, brands }),
  ]);
  expect(exitCode).toBe(3);
  expect(stderr).toContain('brand 3, chatroom 301: 404; brand 4, chatroom 401: 404');
  expect(stderr).toContain('or the path of the base URL, /, is another');
  expect(server.requests()).toBe(2);
});
