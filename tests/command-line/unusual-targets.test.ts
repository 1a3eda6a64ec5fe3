import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { Change } from '../../reference/behaviour';
import { crashing } from '../../reference/faults/hooks';
import { transportVariants } from '../../reference/variants/transport';
import type { ObligationResult } from '../../schemas/generated/types';
import { contractsAgainst, contractsOn, type ContractRun } from '../support/contracts-against';
import { startApi, type Api } from '../support/start-api';
import { valueOf } from '../support/value-of';

const open: Api[] = [];

async function anApi(...given: Parameters<typeof startApi>): Promise<Api> {
  const api = await startApi(...given);
  open.push(api);
  return api;
}

afterAll(() => Promise.all(open.map((api) => api.close())));

const notTried = ({ result }: ContractRun): (string | undefined)[][] =>
  result.obligations.flatMap(({ state, id, reason }) => (state === 'not-tried' ? [[id, reason]] : []));

const stateOf = ({ result }: ContractRun, id: string): ObligationResult['state'] | undefined =>
  result.obligations.find((one) => one.id === id)?.state;

describe('a target with a single chatroom', () => {
  const oneBrand = 'the target has one brand, or no chatroom that only another brand has';
  const oneRoom = 'the target has a single chatroom';
  const noForbiddenToken = 'the target has no forbiddenToken';
  const room = { brand: 3, chatroom: 301 };
  const target = async (): Promise<Api['target']> => {
    const { target: whole } = await anApi({ brands: [{ id: 3, chatrooms: [301] }] });
    return { ...whole, forbiddenToken: undefined };
  };

  test('passes, names what cannot be tried there, and has its value again', async () => {
    const api = await target();
    const before = await valueOf({ target: api }, room);
    const run = await contractsOn(api);
    expect(run.result.violations).toEqual([]);
    expect(notTried(run)).toEqual([
      ['200/state/other-chatrooms', oneRoom],
      ['200/concurrency/other-chatrooms', oneRoom],
      ['403/token/forbidden', noForbiddenToken],
      ['403/brand/foreign-chatroom', oneBrand],
      ['403/brand/foreign-chatroom-read', oneBrand],
      ['403/brand/foreign-chatroom-state', oneBrand],
      ['any/order/forbidden-token', noForbiddenToken],
    ]);
    expect(run.result.obligations.filter(({ state }) => state === 'unobserved')).toEqual([]);
    expect(run.result.verdict).toBe('passed');
    expect(run.exitCode).toBe(0);
    expect(await valueOf({ target: api }, room)).toBe(before);
    expect(existsSync(join(run.folder, 'restore.json'))).toBe(false);
  });

  test('fails where --require-all demands what cannot be tried', async () => {
    const { exitCode, result } = await contractsOn(await target(), ['--only', '403', '--require-all']);
    expect(result.violations).toEqual([]);
    expect(result.reason).toContain('403/brand/foreign-chatroom');
    expect(exitCode).toBe(1);
  });
});

test('a target with one brand tries its neighbours, and no other brand', async () => {
  const { target } = await anApi({ brands: [{ id: 3, chatrooms: [301, 302] }] });
  const run = await contractsOn(target, ['--only', '200,403']);
  expect(run.result.violations).toEqual([]);
  expect(stateOf(run, '200/state/other-chatrooms')).toBe('verified');
  expect(stateOf(run, '200/concurrency/other-chatrooms')).toBe('verified');
  expect(stateOf(run, '403/token/forbidden')).toBe('verified');
  expect(stateOf(run, '403/brand/foreign-chatroom')).toBe('not-tried');
  expect(run.exitCode).toBe(0);
});

test('a target that answers nothing but 429 any more ends the run, which says so', async () => {
  let calls = 0;
  const limiting: Change = ({ finish }) => ({
    finish: (answer, call) => {
      calls += 1;
      const limited = { ...answer, status: 429, headers: { 'retry-after': '0' }, body: 'slow down' };
      return calls > 150 ? limited : finish(answer, call);
    },
  });
  const { target } = await anApi({ brands: [{ id: 3, chatrooms: [301] }], changes: [limiting] });
  const run = await contractsOn(target);
  expect(run.result).toMatchObject({
    verdict: 'incomplete',
    reason: 'the target answered nothing but 429 any more, however long it was waited',
    violations: [],
  });
  expect(stateOf(run, 'any/order/all')).toBe('not-tried');
  expect(calls).toBeLessThan(2_000);
  expect(run.exitCode).toBe(1);
});

test('gzip, odd headers, a connection an answer, and 429s that the probe meets too', async () => {
  const names = ['gzip', 'type-in-capitals', 'connection-close', 'more-headers', 'limited-once'];
  const changes = transportVariants.flatMap(({ name, change }) => (names.includes(name) ? [change] : []));
  const every20th = (): Change => {
    let requests = 0;
    return ({ deliver }) => ({
      deliver: (answer, reply, call) => {
        const limited = { ...answer, status: 429, headers: { 'retry-after': '0' }, body: 'slow down' };
        deliver(++requests % 20 === 0 ? limited : answer, reply, call);
      },
    });
  };
  expect(changes).toHaveLength(names.length);
  const { target } = await anApi({ changes: [...changes, every20th()] });
  const { exitCode, result } = await contractsOn(target, ['--only', '401,403']);
  expect(result.violations).toEqual([]);
  expect(result.notices.map(({ code }) => code)).toContain('rate-limited');
  expect(exitCode).toBe(0);
});

test('answers with 10,000 ambassadors pass, and neither the run folder nor the report grows with them', async () => {
  const { target } = await anApi({ changes: [withAmbassadors(10_000)] });
  const { exitCode, result, folder } = await contractsOn(target, ['--only', '403']);
  expect(result.violations).toEqual([]);
  expect(exitCode).toBe(0);
  const sizes = ['contract.json', 'exchanges.har', 'index.html', 'junit.xml'].map(
    (name) => statSync(join(folder, name)).size,
  );
  expect(Math.max(...sizes)).toBeLessThan(1024 * 1024);
  expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain('</html>');
});

describe('answers that break off', () => {
  test.each([
    ['body-without-end', 'timeout', 1_000],
    // 10 MB take a while on a busy machine.
    ['body-over-10-mb', 'too-large', 60_000],
  ])('%s: the run ends with 1, and the chatrooms are put back', async (fault, cause, limitMs) => {
    const variables = { POPSELL_TIME_LIMIT_MS: String(limitMs) };
    const { exitCode, result, folder } = await contractsAgainst([fault], ['--only', '403'], variables);
    expect(result.violations.map((one) => [one.obligation, one.cause])).toContainEqual([
      'any/answer/complete',
      cause,
    ]);
    expect(result.verdict).toBe('failed');
    expect(exitCode).toBe(1);
    expect(existsSync(join(folder, 'restore.json'))).toBe(false);
  });
});

test('a 5xx is never sent again', async () => {
  const values: string[] = [];
  const noting: Change = ({ deliver }) => ({
    deliver: (answer, reply, call) => {
      if (call.body !== '{}') values.push(`${call.id} ${call.body}`);
      deliver(answer, reply, call);
    },
  });
  const { target, requests } = await anApi({
    changes: [crashing((_, { status }) => status === 404), noting],
  });
  const { exitCode, result } = await contractsOn(target, ['--only', '404']);
  expect(result.violations).toContainEqual(
    expect.objectContaining({ obligation: '404/chatroom/unknown', cause: 'status-500' }),
  );
  expect(exitCode).toBe(1);
  // The probe is not the specs'.
  expect(requests()).toBe(result.requests + 1);
  const putBack = new Set(values.slice(-1));
  const sent = values.filter((value) => value.includes('established_dialogue') && !putBack.has(value));
  expect(sent.length).toBeGreaterThan(4);
  expect(new Set(sent).size).toBe(sent.length);
});

/** The first ambassador, many times, each with an id of its own. */
function withAmbassadors(count: number): Change {
  interface Item {
    readonly chatroom_pivot_data: readonly object[];
  }
  return ({ present }) => ({
    present: (room, call) => {
      const chatroom = present(room, call) as { readonly ambassadors: readonly Item[] };
      const [first] = chatroom.ambassadors;
      const ambassadors = Array.from({ length: count }, (_, index) => {
        const own = { id_ambassador: index + 1 };
        const pivots = (first?.chatroom_pivot_data ?? []).map((pivot) => ({ ...pivot, ...own }));
        return { ...first, ...own, chatroom_pivot_data: pivots };
      });
      return { ...chatroom, ambassadors };
    },
  });
}
