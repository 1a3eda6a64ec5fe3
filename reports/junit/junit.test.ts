import { aContractResult, anExchange, obligationsBut } from '../fixtures/a-contract-result';
import { aLoadResult } from '../fixtures/a-load-result';
import { hostileRun } from '../fixtures/hostile-run';
import { elementsOf, parseXml, type XmlElement } from '../fixtures/parse-xml';
import { aRun, contractOnlyRun, failedRun, invalidRun, loadOnlyRun } from '../fixtures/runs';
import { renderJunit } from './junit';

const casesOf = (run: Parameters<typeof renderJunit>[0]): XmlElement[] =>
  elementsOf(parseXml(renderJunit(run)), 'testcase');

const outcome = (testcase: XmlElement | undefined): string =>
  testcase?.children.find(({ name }) => name === 'failure' || name === 'skipped')?.name ?? 'passed';

const named = (cases: XmlElement[], name: string): XmlElement | undefined =>
  cases.find(({ attributes }) => attributes['name']?.startsWith(name));

const needed = (cases: XmlElement[], name: string): XmlElement => {
  const found = named(cases, name);
  if (found === undefined) throw new Error(`no testcase ${name}`);
  return found;
};

describe('renderJunit', () => {
  const cases = casesOf(failedRun());

  it.each([
    ['passed', '200/status'],
    ['failure', '422/body/errors'],
    ['skipped', '200/body/last_rating'],
    ['skipped', '403/token'],
    ['skipped', '200/body/ambassadors/*/online'],
    ['passed', 'all brands, p95 within'],
    ['failure', 'brand 4, p95 within'],
  ])('shows as %s: %s', (expected, name) => {
    expect(outcome(named(cases, name))).toBe(expected);
  });

  it('shows received beside documented, and how to send it again', () => {
    const failure = elementsOf(needed(cases, '422/body/errors'), 'failure')[0];
    expect(failure?.attributes['message']).toBe('errors is missing');
    expect(failure?.text).toMatch(/Received: .*\nDocumented: .*errors.*\nSpec: .*\ncurl --request PATCH/);
  });

  it('shows observed beside limit, and received beside documented under load', () => {
    const [crossed] = elementsOf(needed(cases, 'brand 4, p95 within'), 'failure');
    expect(crossed?.text.replaceAll('\u00a0', ' ')).toBe('Observed: 386 ms\nLimit:    350 ms');
    const violation = {
      check: 'status',
      message: 'received 500; documented 200',
      count: 3,
      example: anExchange(),
    };
    const verified = { ...aLoadResult().verified, violations: [violation] };
    const [broken] = elementsOf(
      needed(casesOf(aRun({ load: aLoadResult({ verdict: 'failed', verified }) })), 'answers under load'),
      'failure',
    );
    expect(broken?.text).toMatch(/\(3 ×\)\nReceived: {3}500\nDocumented: 200\ncurl --request PATCH/);
  });

  it.each([
    [
      '200/body/last_rating',
      'waived: rooms without a rating answer null until CHAT-1182 is released (until 2026-04-30)',
    ],
    ['403/token', 'not tried: the target has no forbiddenToken'],
    ['200/body/ambassadors/*/online', 'unobserved: no ambassador acted within the last 4 minutes'],
  ])('says why %s is skipped', (name, reason) => {
    const skipped = elementsOf(needed(cases, name), 'skipped')[0];
    expect(skipped?.attributes['message']).toBe(reason);
  });

  it('fails where a run failed beside its violations', () => {
    const reason = '1 waiver has expired: 200/body';
    const contract = aContractResult({ verdict: 'failed', reason });
    const [failure] = elementsOf(parseXml(renderJunit(aRun({ contract }))), 'failure');
    expect(failure?.attributes['message']).toBe(reason);
  });

  it('has a case for every obligation and counts them', () => {
    const root = parseXml(renderJunit(failedRun()));
    const [contract] = elementsOf(root, 'testsuite');
    expect(contract?.attributes).toMatchObject({ tests: '39', failures: '3', skipped: '3' });
    expect(contract?.children).toHaveLength(39);
  });

  it('fails no threshold of an invalid run, but the run', () => {
    const invalid = casesOf(invalidRun());
    expect(outcome(named(invalid, 'all brands, p95'))).toBe('skipped');
    expect(outcome(named(invalid, 'the generator was fit'))).toBe('failure');
  });

  it.each([
    ['contract run', loadOnlyRun()],
    ['load run', contractOnlyRun()],
  ])('shows a missing half as skipped: %s', (name, run) => {
    expect(outcome(named(casesOf(run), name))).toBe('skipped');
  });

  it('fails a contract that was not finished', () => {
    const contract = aContractResult({
      verdict: 'incomplete',
      reason: 'stopped',
      obligations: obligationsBut({}),
    });
    expect(outcome(named(casesOf(aRun({ contract })), 'every spec ran'))).toBe('failure');
  });

  it('stays well-formed whatever arrives', () => {
    expect(() => parseXml(renderJunit(hostileRun()))).not.toThrow();
    expect(renderJunit(hostileRun()).length).toBeLessThan(200_000);
  });
});

it('skips a limit whose figure was not measured, as in a shard alone', () => {
  const { load } = failedRun();
  const thresholds = (load?.thresholds ?? []).map((one) => ({ ...one, ok: false, observed: null }));
  const run = aRun({ load: aLoadResult({ thresholds }) });
  expect(outcome(named(casesOf(run), 'all brands, p95 within'))).toBe('skipped');
});

describe("the schema of Jenkins' xUnit plugin (junit-10.xsd)", () => {
  const allowed: Record<string, { required: string[]; optional: string[]; children: string[] }> = {
    testsuites: {
      required: [],
      optional: ['name', 'time', 'tests', 'failures', 'errors'],
      children: ['testsuite'],
    },
    testsuite: {
      required: ['name', 'tests', 'failures', 'errors'],
      optional: ['time', 'skipped', 'timestamp', 'hostname', 'id', 'package', 'file', 'log', 'url', 'group'],
      children: ['testsuite', 'properties', 'testcase', 'system-out', 'system-err'],
    },
    testcase: {
      required: ['name'],
      optional: ['time', 'classname', 'group'],
      children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
    },
    failure: { required: [], optional: ['type', 'message'], children: [] },
    skipped: { required: [], optional: ['type', 'message'], children: [] },
    'system-out': { required: [], optional: [], children: [] },
  };
  const surefireTime = /^(([0-9]{0,3},)*[0-9]{3}|[0-9]{0,3})*(\.[0-9]*)?$/;

  const offences = (element: XmlElement): string[] => {
    const rule = allowed[element.name];
    if (rule === undefined) return [`<${element.name}>`];
    const names = Object.keys(element.attributes);
    return [
      ...names.filter((name) => ![...rule.required, ...rule.optional].includes(name)),
      ...rule.required.filter((name) => !names.includes(name)),
      ...element.children.flatMap((child) =>
        rule.children.includes(child.name) ? offences(child) : [`<${child.name}> in <${element.name}>`],
      ),
      ...(element.name === 'testsuite' && !surefireTime.test(element.attributes['time'] ?? '')
        ? ['time']
        : []),
    ];
  };

  it.each([
    ['passed', aRun()],
    ['failed', failedRun()],
    ['invalid', invalidRun()],
    ['contract only', contractOnlyRun()],
    ['load only', loadOnlyRun()],
    ['hostile', hostileRun()],
  ])('allows all of a run: %s', (_, run) => {
    expect(offences(parseXml(renderJunit(run)))).toEqual([]);
  });
});
