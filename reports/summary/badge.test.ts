import { aRun, failedRun, invalidRun } from '../fixtures/runs';
import { renderBadge } from './badge';

describe('renderBadge', () => {
  it.each([
    ['passed', aRun(), 'passed, p95 312\u00a0ms', 'brightgreen'],
    ['failed', failedRun(), 'failed, 3 violations, p95 312\u00a0ms', 'red'],
    ['invalid', invalidRun(), 'invalid run', 'orange'],
    ['without data', aRun({ contract: null, load: null }), 'no data', 'lightgrey'],
  ])('says that a run is %s', (_, run, message, color) => {
    expect(JSON.parse(renderBadge(run))).toEqual({ schemaVersion: 1, label: 'chatroom API', message, color });
  });
});
