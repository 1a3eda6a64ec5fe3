import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import type { LoadResult } from '../../schemas/generated/types';
import { createAjv, validatorFor } from '../../schemas/validation/validator';
import { exactHistogram } from '../histogram/exact-histogram';
import { latencyOf } from '../histogram/latency';
import { CollectedRun } from './collected-run';
import { readExports } from './read-exports';
import { resultOfCollected } from './result-of-collected';
import { anEnd, anExport, identity, type Said } from './testing/an-export';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'popsell-collector-'))));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** 50 answers of one shard in one second, slower from second to second and from shard to shard. */
function samplesOf(shard: number, second: number): number[] {
  return Array.from({ length: 50 }, (_, index) => 2 + shard + second / 2 + index / 25);
}

const seconds = Array.from({ length: 10 }, (_, second) => second);

/** Two shards of a run that is well, second by second as a collector gets them. */
function aWholeRun(said: Said = {}): object[] {
  return [
    ...seconds.flatMap((second) =>
      [1, 2].map((shard) => anExport(second, samplesOf(shard, second), { ...said, shard })),
    ),
    ...(said.startedBy === 'k6-operator' ? [] : [1, 2].map((shard) => anEnd({ ...said, shard }))),
  ];
}

async function resultOf(content: readonly object[] | Buffer): Promise<LoadResult> {
  const file = join(folder, 'metrics.json');
  writeFileSync(
    file,
    Buffer.isBuffer(content) ? content : content.map((each) => `${JSON.stringify(each)}\n`).join(''),
  );
  const run = new CollectedRun();
  const isCut = await readExports(file, (exported) => {
    run.add(exported);
  });
  return resultOfCollected(run, { isCut, examples: new Map() });
}

async function reasonsOf(content: readonly object[] | Buffer): Promise<string> {
  const { verdict, validity } = await resultOf(content);
  expect(verdict).toBe('invalid');
  return validity.reasons.join('\n');
}

function linesOf(exports: readonly object[]): Buffer {
  return Buffer.from(exports.map((each) => `${JSON.stringify(each)}\n`).join(''));
}

it("is a valid run of all shards' samples", async () => {
  const result = await resultOf(aWholeRun());
  expect(result.validity).toEqual({
    droppedIterations: 0,
    vusAtMax: false,
    generatorCpu: expect.closeTo(0.2) as number,
    exceptions: 0,
    reasons: [],
  });
  const all = [1, 2].flatMap((shard) => seconds.flatMap((second) => samplesOf(shard, second)));
  expect(result.latency).toEqual(latencyOf(exactHistogram(all, 6)));
  expect(result).toMatchObject({
    verdict: 'passed',
    target: { name: 'staging' },
    requests: 1_000,
    durationMs: 10_000,
    shards: 2,
    askedRate: 100,
    k6Version: '2.2.0',
  });
  const validate = validatorFor(createAjv(), 'load');
  validate(result);
  expect(validate.errors).toBeNull();
});

it('is the same from gzip, and from exports that no line end parts', async () => {
  const expected = await resultOf(aWholeRun());
  const joined = Buffer.from(
    aWholeRun()
      .map((each) => JSON.stringify(each))
      .join(''),
  );
  expect(await resultOf(gzipSync(linesOf(aWholeRun())))).toEqual(expected);
  expect(await resultOf(joined)).toEqual(expected);
});

it('counts an export once that was sent again', async () => {
  const twice = aWholeRun().flatMap((each, index) => (index % 5 === 0 ? [each, each] : [each]));
  expect(await resultOf(twice)).toEqual(await resultOf(aWholeRun()));
});

it('passes over exports of other programs', async () => {
  const others = { resourceMetrics: [{ resource: { attributes: [] }, scopeMetrics: [] }] };
  expect(await resultOf([others, ...aWholeRun(), { resourceLogs: [] }])).toEqual(await resultOf(aWholeRun()));
});

describe('is not valid', () => {
  it('without a shard', async () => {
    const one = seconds.map((second) => anExport(second, samplesOf(1, second)));
    expect(await reasonsOf([...one, anEnd()])).toContain('Only 1 of 2 shards are there');
  });

  it('where a shard said nothing of its end', async () => {
    expect(await reasonsOf(aWholeRun().slice(0, -1))).toContain('Shard 2: its end is not in the file');
  });

  it('where k6 failed', async () => {
    const reasons = await reasonsOf([...aWholeRun().slice(0, -1), anEnd({ shard: 2, exitCode: 107 })]);
    expect(reasons).toContain('Shard 2: k6 ended with exit code 107.');
  });

  it('with exceptions that only the log of a pod showed', async () => {
    const reasons = await reasonsOf([...aWholeRun().slice(0, -1), anEnd({ shard: 2, uncaught: 3 })]);
    expect(reasons).toContain('Shard 2: 3 iterations ended in an exception');
  });

  it('where a pod used up its cores', async () => {
    const reasons = await reasonsOf([...aWholeRun().slice(0, -1), anEnd({ shard: 2, cpuShare: 0.95 })]);
    expect(reasons).toContain('Shard 2: k6 used 95.0 %');
  });

  it('with dropped requests', async () => {
    const more = anExport(10, [5], { shard: 2, dropped: 20 });
    const reasons = await reasonsOf([
      ...aWholeRun().slice(0, -2),
      more,
      anEnd({ shard: 1 }),
      anEnd({ shard: 2 }),
    ]);
    expect(reasons).toContain('Shard 2: 20 requests (3.8 %) were not sent');
  });

  it('where an export is missing in the middle', async () => {
    const reasons = await reasonsOf(aWholeRun().filter((_, index) => index !== 9));
    expect(reasons).toContain('Shard 2: the exports of 1 s never reached the collector');
    expect(reasons).toContain('50 of 1000 planned requests are not in the collector');
  });

  it('where the last export is missing', async () => {
    const reasons = await reasonsOf(aWholeRun().filter((_, index) => index !== 19));
    expect(reasons).toContain('50 of 1000 planned requests are not in the collector');
  });

  it('where the shards did not start together', async () => {
    const late = seconds.map((second) => anExport(second, samplesOf(2, second), { shard: 2, lateMs: 6_000 }));
    const first = seconds.map((second) => anExport(second, samplesOf(1, second)));
    const reasons = await reasonsOf([...first, ...late, anEnd(), anEnd({ shard: 2 })]);
    expect(reasons).toContain('The shards began 6.0 s apart');
  });

  it('where two pods ran one shard', async () => {
    const reasons = await reasonsOf([...aWholeRun(), anExport(0, [3], { shard: 2, pod: 'another' })]);
    expect(reasons).toContain('Shard 2 was run by 2 pods');
  });

  it.each([
    ['as it is', (whole: Buffer) => whole],
    ['in gzip', (whole: Buffer) => gzipSync(whole)],
  ])('where the file is cut, %s', async (_, pack) => {
    const packed = pack(linesOf(aWholeRun()));
    const reasons = await reasonsOf(packed.subarray(0, packed.length - 200));
    expect(reasons).toContain('ends in the middle of an export');
  });
});

describe('where answers broke a promise', () => {
  const broken = (said: Said = {}): object[] => [
    ...aWholeRun(said).slice(0, -2),
    anExport(10, [5], { ...said, shard: 2, violations: 1 }),
    anEnd({ ...said, shard: 1 }),
    anEnd({ ...said, shard: 2 }),
  ];

  it('is failed', async () => {
    expect(await resultOf(broken())).toMatchObject({
      verdict: 'failed',
      verified: { violations: [{ check: 'own value', count: 1 }] },
    });
  });

  it.each([
    ['2099-12-31', 'passed'],
    ['2020-12-31', 'failed'],
  ])('with a waiver until %s is %s', async (expires, verdict) => {
    const waivers = [{ obligation: '200/value/answered', expires }];
    expect(await resultOf(broken({ identity: { ...identity, waivers } }))).toMatchObject({ verdict });
  });
});

it('says what pods of the k6-operator do not tell', async () => {
  const { verdict, validity, requests } = await resultOf(aWholeRun({ startedBy: 'k6-operator' }));
  expect({ verdict, requests }).toEqual({ verdict: 'passed', requests: 1_000 });
  expect(validity.generatorCpu).toBeNull();
  expect(validity.unknown).toContain('how k6 ended in each pod');
});

describe('is refused', () => {
  it.each([
    [
      'a file of two runs',
      [...aWholeRun(), ...aWholeRun({ identity: { ...identity, id: 'smoke-8' } })],
      'two runs',
    ],
    ['a file without any', [{ resourceMetrics: [] }], 'no pod of a run'],
    [
      'a run of an unknown profile',
      aWholeRun({ identity: { ...identity, profile: 'x' } }),
      'cannot be planned',
    ],
    ['something else', Buffer.from('PK\u0003\u0004'), 'accepted: OTLP JSON'],
  ])('%s', async (_, content, message) => {
    await expect(resultOf(content)).rejects.toThrow(message);
  });
});
