import { aContractResult, aViolation } from '../fixtures/a-contract-result';
import { aHistory, aRunAfter, aSlowerRun, usualP95s } from '../fixtures/a-history';
import { hostileRun, hostileText } from '../fixtures/hostile-run';
import { aRun, failedRun, invalidRun } from '../fixtures/runs';
import { renderAnnotations } from './annotations';

const withViolation = (differences: Parameters<typeof aViolation>[0]) =>
  aRun({
    load: null,
    contract: aContractResult({ verdict: 'failed', violations: [aViolation(differences)] }),
  });

describe('renderAnnotations', () => {
  it('names the file and the line of the spec', () => {
    const spec = 'contracts/patch-chatroom/422-unprocessable.spec.ts';
    const [line] = renderAnnotations(withViolation({ spec, line: 42, count: 1 }), 'apis/');
    expect(line).toMatch(
      /^::error file=apis\/contracts\/patch-chatroom\/422-unprocessable\.spec\.ts,line=42,title=422\/body\/errors::/,
    );
  });

  it('says nothing of a run that passed, or of what is waived', () => {
    expect(renderAnnotations(aRun())).toEqual([]);
    expect(renderAnnotations(failedRun()).join('\n')).not.toContain('200/body/last_rating');
  });

  it('says what was crossed, and why a run is not valid', () => {
    expect(renderAnnotations(failedRun()).join('\n')).toContain(
      '::error title=Threshold crossed::brand 4, p95',
    );
    expect(renderAnnotations(invalidRun())[0]).toContain('::error title=The load run is not valid::');
  });

  it('warns of a suspicion, and reports a regression', () => {
    const slow = aSlowerRun(1.3);
    const [suspicion] = renderAnnotations(aRunAfter(aHistory(usualP95s(30)), slow));
    expect(suspicion).toMatch(/^::warning title=Slower than earlier runs::p95/);
    const [regression] = renderAnnotations(aRunAfter(aHistory([...usualP95s(30), 400, 410]), slow));
    expect(regression).toMatch(/^::error title=Slower than earlier runs::p95/);
  });

  it('escapes what would end a property or a command', () => {
    const hostile = {
      obligation: 'a,line=9::x\n::set-env::y',
      message: '100%\r\n::error::z',
      spec: 'a:b,c.ts',
    };
    const [line = ''] = renderAnnotations(withViolation(hostile));
    expect(line).toMatch(
      /^::error file=a%3Ab%2Cc\.ts,title=a%2Cline=9%3A%3Ax %3A%3Aset-env%3A%3Ay::100%25 ::error::z/,
    );
    expect(line).not.toMatch(/[\r\n]/);
  });

  it('is one line each, ten at most, whatever a provider says', () => {
    const lines = renderAnnotations(hostileRun());
    expect(hostileText.length).toBeGreaterThan(100);
    expect(lines.length).toBeLessThanOrEqual(10);
    for (const line of lines) expect(line).toMatch(/^::(?:error|warning) [^\r\n]{1,2000}$/);
  });
});
