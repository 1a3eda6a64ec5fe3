import type { Run } from '../run/run';
import { formatMs, plural } from '../text/numbers';
import { openViolations } from '../verdict/sentence';
import { runState, stateWords, type State } from '../verdict/state';

const colors: Readonly<Record<State, string>> = {
  passed: 'brightgreen',
  failed: 'red',
  incomplete: 'blueviolet',
  invalid: 'orange',
  'no-data': 'lightgrey',
};

/** The run as a badge: the JSON that Shields' endpoint badge reads. */
export function renderBadge(run: Run): string {
  const state = runState(run);
  const broken = run.contract === null ? 0 : openViolations(run.contract).length;
  const p95 = run.load?.latency.p95 ?? null;
  const message = [
    stateWords[state].toLowerCase(),
    ...(broken === 0 ? [] : [plural(broken, 'violation')]),
    // Figures of an invalid run prove nothing.
    ...(p95 === null || run.load?.verdict === 'invalid' ? [] : [`p95 ${formatMs(p95)}`]),
  ].join(', ');
  return `${JSON.stringify({ schemaVersion: 1, label: 'chatroom API', message, color: colors[state] })}\n`;
}
