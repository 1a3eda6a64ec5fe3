import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { startReference, type Reference } from '../../reference/start-reference';
import type { ContractResult, LoadResult } from '../../schemas/generated/types';
import { runCli, type CliResult } from '../support/run-cli';
import { scratchFolder } from '../support/scratch';
import { aTargetFile } from '../support/target-file';

/** What stands between the suite and the API adds what no file may show. */
async function startLeakyProxy(reference: Reference): Promise<{ baseUrl: string; server: Server }> {
  const server = createServer((request, response) => {
    void forward(request, response, reference);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { baseUrl: `http://127.0.0.1:${port}/api/v2`, server };
}

async function forward(
  request: IncomingMessage,
  response: ServerResponse,
  reference: Reference,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      typeof value === 'string' && !/^(host|connection|content-length|transfer-encoding)$/.test(name)
        ? [[name, value]]
        : [],
    ),
  );
  const answer = await fetch(new URL(request.url ?? '', reference.baseUrl), {
    method: request.method ?? 'PATCH',
    headers,
    ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
  });
  const text = (await answer.text()).replace(/^\{/, '{"iban":"planted-iban",');
  response.writeHead(answer.status, {
    'content-type': answer.headers.get('content-type') ?? 'application/json',
    'set-cookie': 'session=planted-cookie',
    'x-session': 'planted-header',
    'x-echo': request.headers.authorization ?? '',
  });
  response.end(text);
}

const allFiles = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('a run in which contracts and load fail', () => {
  const folder = scratchFolder();
  const out = join(folder, 'run');
  let reference: Reference;
  let proxy: { baseUrl: string; server: Server };
  let result: CliResult;

  beforeAll(async () => {
    reference = await startReference({ faults: ['chatroom-id-off'] });
    proxy = await startLeakyProxy(reference);
    const { token, forbiddenToken, brands } = reference.target;
    const file = aTargetFile({
      baseUrl: proxy.baseUrl,
      token: '${POPSELL_TOKEN}',
      forbiddenToken: '${POPSELL_FORBIDDEN_TOKEN}',
      brands,
      redact: { headers: ['X-Session'], fields: ['iban'] },
    });
    const variables = { POPSELL_TOKEN: token, POPSELL_FORBIDDEN_TOKEN: forbiddenToken ?? '' };
    const history = join(folder, 'history.json');
    result = await runCli(['start', '--target', file, '--out', out, '--history', history], variables);
  });
  afterAll(async () => {
    proxy.server.closeAllConnections();
    proxy.server.close();
    await reference.close();
  });

  const read = (name: string): unknown => JSON.parse(readFileSync(join(out, name), 'utf8'));

  it('has violations with answers, of both halves, to show', () => {
    expect(result.exitCode).toBe(1);
    const answers = [
      ...(read('contract.json') as ContractResult).violations.map(({ exchange }) => exchange.response),
      ...(read('load.json') as LoadResult).verified.violations.map(({ example }) => example?.response),
    ].filter((response) => response?.status === 200);
    expect(answers.length).toBeGreaterThan(2);
    for (const answer of answers) expect(answer?.body).toContain('"email":"[redacted]"');
    for (const answer of answers) expect(answer?.body).toContain('"iban":"[redacted]"');
  });

  it.each([
    ['the token', () => reference.target.token],
    ['the token but for its first character', () => reference.target.token.slice(1)],
    ['the token but for its last character', () => reference.target.token.slice(0, -1)],
    ['the token but for a character in its middle', () => /referen\we-token/],
    ['the token without permission', () => reference.target.forbiddenToken ?? ''],
    ['a cookie', () => 'planted-cookie'],
    ['a configured header', () => 'planted-header'],
    ['a configured field', () => 'planted-iban'],
    ['an e-mail address', () => /ambassador-\d+@example/],
    ['a customer id', () => /customer-\d+/],
  ])('shows %s in no file, and prints it nowhere', (_, secret) => {
    const files = allFiles(folder);
    expect(files.length).toBeGreaterThan(5);
    const pattern = secret();
    const found = (text: string): boolean =>
      typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text);
    expect(files.filter((file) => found(readFileSync(file, 'utf8')))).toEqual([]);
    expect(found(`${result.stdout}${result.stderr}`)).toBe(false);
  });
});
