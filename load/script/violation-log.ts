import { Counter } from 'k6/metrics';

import type { RecordedExchange } from '../../schemas/generated/types';
import { exampleLine } from '../telemetry/example-line';
import { metricNames } from '../telemetry/metric-names';
import type { Finding } from '../verification/finding';

/**
 * How violations leave a VU. VUs share no memory, so each finding is counted in a k6 counter, whose tags
 * name it and which k6 adds up over all VUs; the runner reads it from the OpenTelemetry output. Only the
 * example exchange does not fit into a tag: a VU prints one for each kind of finding it meets first, as a
 * line that the runner picks out of k6's log. The limits bound both, whatever a target answers.
 */
const kindLimit = 40;
const exampleLimit = 3;

const counter = new Counter(metricNames.violations);
// Most VUs never need one, and k6's engine makes much of a Set.
let kinds: Set<string> | undefined;

/** Counts findings; `exchange` is only made where an example is wanted. */
export function logViolations(findings: readonly Finding[], exchange: () => RecordedExchange): void {
  kinds ??= new Set();
  for (const finding of findings) {
    const known = bounded(finding, kinds);
    counter.add(1, { check: known.check, pointer: known.pointer, cause: known.cause });
    const kind = `${known.check} ${known.pointer} ${known.cause}`;
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    if (kinds.size <= exampleLimit) console.error(exampleLine(known, exchange()));
  }
}

/** Beyond the limit, findings are counted by check only. */
function bounded(finding: Finding, kinds: ReadonlySet<string>): Finding {
  if (kinds.size < kindLimit || kinds.has(`${finding.check} ${finding.pointer} ${finding.cause}`)) {
    return finding;
  }
  return { check: finding.check, pointer: '', cause: 'others' };
}
