import { cautions, invalidReasons, type ValidityFacts } from './validity';

const reasons = (changed: Partial<ValidityFacts> = {}): string[] => invalidReasons(facts(changed));

function facts(changed: Partial<ValidityFacts>): ValidityFacts {
  return {
    requests: 1_000,
    droppedIterations: 0,
    vusAtMax: false,
    generatorCpu: 0.5,
    exceptions: 0,
    thresholds: [],
    statuses: {},
    vus: 200,
    interrupted: false,
    overflowed: false,
    isShard: false,
    k6Failure: undefined,
    generatorErrors: 0,
    lostExports: 0,
    lateness: { p95: 4, p99: 12 },
    latency: { p95: 20, p99: 30 },
    acceptedLatenessMs: 10,
    unrecorded: 0,
    ...changed,
  };
}

const latency = { p50: 1, p75: 1, p90: 1, p95: 1, p99: 1, p99_9: 1, max: 1, mean: 1 };

it('there is nothing to say about a valid run', () => {
  expect(reasons()).toEqual([]);
});

it('dropped requests make it invalid from 0.1 %', () => {
  expect(reasons({ droppedIterations: 1 })).toEqual([]);
  expect(reasons({ droppedIterations: 2 })[0]).toMatch(
    /^2 requests \(0\.2 %\) were not sent because all 200 VUs waited/,
  );
});

it('so do VUs at their maximum, although few or none were dropped', () => {
  expect(reasons({ vusAtMax: true })[0]).toContain('All 200 VUs were in use');
  expect(reasons({ vusAtMax: true, droppedIterations: 1 })[0]).toContain('All 200 VUs were in use');
  expect(reasons({ vusAtMax: true, droppedIterations: 100 })).toHaveLength(1);
});

it('so do requests that could not leave this machine', () => {
  expect(reasons({ generatorErrors: 3 })[0]).toMatch(/^3 requests could not leave this machine/);
});

it('so do metrics that did not arrive: a violation may be among them', () => {
  expect(reasons({ lostExports: 2 })[0]).toMatch(/^2 exports of k6's metrics did not arrive/);
  expect(reasons({ unrecorded: 5 })[0]).toMatch(/^The metrics of 5 requests did not arrive/);
});

it('so does a generator above 85 % of its cores; an unknown one does not', () => {
  expect(reasons({ generatorCpu: 0.9 })[0]).toContain("k6 used 90.0 % of this machine's cores");
  expect(reasons({ generatorCpu: null })).toEqual([]);
});

it('so do exceptions, because k6 itself calls such a run a success', () => {
  expect(reasons({ exceptions: 1 })[0]).toContain('1 iterations ended in an exception');
});

it('so does a threshold without enough samples, unless a merge will judge it', () => {
  const thresholds = [
    { name: 'all brands, p99', limit: 1, observed: null, unit: 'ms', ok: false },
  ] as const satisfies ValidityFacts['thresholds'];
  expect(reasons({ thresholds })).toEqual([
    'Too few samples for all brands, p99: raise --duration or --rate.',
  ]);
  expect(reasons({ thresholds, isShard: true })).toEqual([]);
});

it('so do answers 429 above 1 %: the target was not under the load asked for', () => {
  expect(reasons({ statuses: { '429': { ...latency, requests: 10 } } })).toEqual([]);
  expect(reasons({ statuses: { '429': { ...latency, requests: 20 } } })[0]).toContain('turned away with 429');
});

it('so does no request at all', () => {
  expect(reasons({ requests: 0 })[0]).toContain('No request was measured');
});

describe('requests that are begun late', () => {
  const late = (p95: number | null, p99: number | null = null): Partial<ValidityFacts> => ({
    lateness: { p95, p99 },
  });
  const crossed = (observed: number): Partial<ValidityFacts> => ({
    thresholds: [{ name: 'all brands, p95', unit: 'ms', percentile: 95, limit: 100, observed, ok: false }],
  });

  it('are a caution where no limit is near: answers are faster than told', () => {
    expect(reasons(late(11))).toEqual([]);
    expect(cautions(facts(late(11)))[0]).toMatch(
      /^One request in twenty was begun more than 11 ms after its time/,
    );
    expect(cautions(facts(late(5, 26)))[0]).toMatch(/^One request in a hundred was begun more than 26 ms/);
  });

  it('are nothing up to what is accepted, and up to a tenth of the percentile', () => {
    expect(cautions(facts(late(10, 25)))).toEqual([]);
    expect(cautions(facts({ ...late(11), acceptedLatenessMs: 30 }))).toEqual([]);
    expect(cautions(facts({ ...late(39), latency: { p95: 400, p99: 900 } }))).toEqual([]);
    expect(cautions(facts({ ...late(41), latency: { p95: 400, p99: 900 } }))).toHaveLength(1);
  });

  it('make a run invalid where they may be what crossed a limit', () => {
    expect(reasons({ ...late(20), ...crossed(139) })[0]).toContain('may be what crossed all brands, p95');
    expect(cautions(facts({ ...late(20), ...crossed(139) }))).toEqual([]);
    expect(reasons({ ...late(20), ...crossed(141) })).toEqual([]);
  });

  it('make it invalid anyhow where they are later than anybody believes', () => {
    expect(reasons(late(100))).toEqual([]);
    expect(reasons(late(101))[0]).toContain('delays of this machine are in the latencies');
    expect(reasons(late(5, 251))).toHaveLength(1);
  });

  it('are explained by dropped ones', () => {
    expect(reasons({ ...late(240), droppedIterations: 1 })).toEqual([]);
  });

  it('are none where nobody knows', () => {
    for (const unknown of [late(null), { lateness: undefined }]) {
      expect(reasons(unknown)).toEqual([]);
      expect(cautions(facts(unknown))).toEqual([]);
    }
  });
});
