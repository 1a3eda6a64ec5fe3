import type { BreakpointStep } from '../../../schemas/generated/types';
import { aContractResult, anExchange, aViolation, obligationsBut } from '../../fixtures/a-contract-result';
import { aLoadResult } from '../../fixtures/a-load-result';
import { hostileRun } from '../../fixtures/hostile-run';
import { aRun, failedRun, invalidRun } from '../../fixtures/runs';
import { renderTerminalSummary } from './terminal';

const plain = (run: Parameters<typeof renderTerminalSummary>[0]): string =>
  renderTerminalSummary(run, { color: false });

describe('renderTerminalSummary', () => {
  it('begins with the verdict', () => {
    expect(plain(failedRun()).split('\n')[0]).toBe(
      '✗ Failed  200 is broken in 1 way, 422 in 2 ways; brand 4, p95 386 ms over 350 ms; valid run',
    );
  });

  it('shows each violation with what was received, what is documented, and a command in one line', () => {
    expect(plain(failedRun())).toContain(
      [
        '422/header/X-Popsell-Brand/missing',
        '  a request without X-Popsell-Brand is answered with 500 (12 times)',
        '    Received:   500 Internal Server Error',
        '    Documented: 422 Unprocessable Content',
        "    curl --request PATCH 'https://staging.example.org/api/v2/chat/chatrooms/301' --header",
      ].join('\n'),
    );
  });

  it.each([
    ["curl -X PATCH 'http://x/1' \\\n  --data-raw '{}'", "curl -X PATCH 'http://x/1' --data-raw '{}'"],
    [
      "curl -X PATCH 'http://x/1' \\\n  --data-raw '{ }\n'",
      'a request that one line cannot show: the report has its curl command',
    ],
    [
      "curl -X PATCH 'http://x/1' \\\n  --data-raw '{  }'",
      'a request that one line cannot show: the report has its curl command',
    ],
  ])('shows %j as a command that can be copied, or not at all', (curl, shown) => {
    const violations = [aViolation({ exchange: { ...anExchange(), curl } })];
    expect(plain(aRun({ contract: aContractResult({ verdict: 'failed', violations }) }))).toContain(
      `\n    ${shown}\n`,
    );
  });

  it('shows neither waived violations nor their commands', () => {
    expect(plain(failedRun())).not.toContain('last_rating is null');
  });

  it('names the one answer behind many violations', () => {
    const violations = [1, 2, 3].map(() => aViolation({ exchange: anExchange({ status: 503 }) }));
    const run = aRun({ contract: aContractResult({ verdict: 'failed', violations }) });
    expect(plain(run)).toContain('All 3 violations got a 503');
  });

  it('says what was not verified, and why', () => {
    expect(plain(failedRun())).toContain('not tried   the target has no forbiddenToken\n  403/token\n');
  });

  it('has the notices, which may explain what is broken', () => {
    const notices = [...Array(7).keys()].map((n) => ({
      code: 'rate-limited',
      message: `slow ${n}`,
      count: 1,
    }));
    expect(plain(aRun({ contract: aContractResult({ notices }) }))).toMatch(
      /\n\nnotice {6}slow 0\n(?:notice {6}slow \d\n){4}and 2 more notices in the report\n/,
    );
  });

  it('says which waivers fail the run, and what to do', () => {
    expect(plain(failedRun())).toContain(
      'waiver not needed  404/body (HTML error page of the proxy)\n  the deviation is gone: delete the waiver',
    );
    const waiver = { obligation: '422/body/errors', reason: 'known', expires: '2026-03-01' };
    const contract = aContractResult({
      verdict: 'failed',
      obligations: obligationsBut({ '422/body/errors': { state: 'violated' } }),
      waivers: [{ ...waiver, outcome: 'expired' }],
    });
    expect(plain(aRun({ contract }))).toContain(
      'waiver expired on 2026-03-01  422/body/errors (known)\n  fix the deviation, or extend the date',
    );
  });

  it('says what is not known of a load run', () => {
    const unknown = ['how the target fares under all shards at once'];
    const load = aLoadResult({ validity: { ...aLoadResult().validity, unknown } });
    expect(plain(aRun({ load }))).toContain('  ? not known: how the target fares under all shards at once\n');
  });

  it('says what a load run could not put back', () => {
    const chatrooms = { used: 20, putBack: 19, left: 1, unread: 0 };
    expect(plain(aRun({ load: aLoadResult({ chatrooms }) }))).toContain(
      "  ! 1 chatroom not put back; npm run restore with this run's folder tries again\n",
    );
  });

  it('names the waivers in force, which Jest shows as failed', () => {
    expect(plain(failedRun())).toContain(
      'accepted until a date: Jest shows it as failed\n  200/body/last_rating until ',
    );
  });

  it('says which rate keeps the thresholds, with the steps before and after', () => {
    const step = {
      requests: 2_000,
      p95: 80,
      p99: 120,
      errors: 0,
      dropped: 0,
      generatorCpu: 0.2,
      crossed: [],
    };
    const kept = { ...step, state: 'kept', kept: true } as const;
    const steps: BreakpointStep[] = [
      { ...kept, rate: 100 },
      { ...kept, rate: 150 },
      { ...step, rate: 200, p95: 900, state: 'crossed', kept: false, crossed: ['all brands, p95'] },
    ];
    const breakpoint = { highestRateKept: 150, before: steps[0] ?? null, after: steps[2] ?? null, steps };
    const text = plain(aRun({ load: aLoadResult({ breakpoint }) })).replaceAll('\u00a0', ' ');
    expect(text).toContain('150/s is the highest rate that keeps the thresholds');
    expect(text).toContain('200/s: p95 900 ms, p99 120 ms, crossed, all brands, p95');
  });

  it('says why a run is not valid', () => {
    expect(plain(invalidRun())).toContain('! the generator used 97 % of its cores');
  });

  it('paints only where it is asked to', () => {
    // eslint-disable-next-line no-control-regex -- the escape is what is looked for
    expect(plain(aRun())).not.toMatch(/\u001b/);
    expect(renderTerminalSummary(aRun(), { color: true })).toContain('\u001b[32;1m✓ Passed\u001b[0m');
  });

  it('lets nothing of the provider reach the terminal but text', () => {
    const text = plain(hostileRun());
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
    expect(text.length).toBeLessThan(20_000);
  });
});
