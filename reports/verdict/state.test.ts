import { aContractResult, obligationsBut } from '../fixtures/a-contract-result';
import { aLoadResult } from '../fixtures/a-load-result';
import { aRun, contractOnlyRun, failedRun, invalidRun, loadOnlyRun } from '../fixtures/runs';
import { verifiedObligations } from '../fixtures/obligations';
import { contractState, loadState, runState } from './state';

const unobserved = Object.fromEntries(
  verifiedObligations.map(({ id }) => [id, { state: 'unobserved' as const }]),
);

describe('states', () => {
  it('takes a missing half for no data', () => {
    expect([contractState(null), loadState(null)]).toEqual(['no-data', 'no-data']);
  });

  it('does not take silence for a pass', () => {
    expect(contractState(aContractResult({ obligations: obligationsBut(unobserved) }))).toBe('no-data');
    expect(loadState(aLoadResult({ requests: 0 }))).toBe('no-data');
  });

  it.each([
    ['passed', aRun()],
    ['passed', contractOnlyRun()],
    ['passed', loadOnlyRun()],
    ['failed', failedRun()],
    ['invalid', invalidRun()],
    ['incomplete', aRun({ contract: aContractResult({ verdict: 'incomplete' }) })],
    ['failed', aRun({ ...invalidRun(), contract: aContractResult({ verdict: 'failed' }) })],
    ['no-data', aRun({ contract: null, load: null })],
  ])('is %s: the worse of both halves (%#)', (state, run) => {
    expect(runState(run)).toBe(state);
  });
});
