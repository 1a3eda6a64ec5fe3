import exec from 'k6/execution';
import { Counter, Trend } from 'k6/metrics';

import { stepAt } from '../breakpoint/steps';
import { metricNames } from '../telemetry/metric-names';
import type { Bucket } from '../traffic/buckets';
import type { PlannedRequest } from '../traffic/planned-request';
import type { Finding } from '../verification/finding';
import { isOwnFault } from '../verification/own-fault';
import { looksRight } from '../verification/quick-check';
import { recordExchange } from './lazy/record-example.lazy';
import { scrutinize } from './lazy/scrutinize.lazy';
import type { ScriptPlan } from './script-plan';
import { createSender, type Sent } from './send';
import { logViolations } from './violation-log';

/** Sends a request, measures and verifies its answer. For k6's init stage only. */
export function createExchange(
  { baseUrl, timeoutSeconds, steps, redaction }: ScriptPlan,
  token: string,
  buckets: readonly Bucket[],
): (request: PlannedRequest) => Sent['response'] {
  const latency = new Trend(metricNames.latency, true);
  const bodies = new Counter(metricNames.bodies);
  const send = createSender(baseUrl, token, timeoutSeconds, buckets);
  // Made once: k6's engine makes objects slowly.
  const tagsOf200 = buckets.map((bucket) => latencyTags(bucket, 200));
  let startTime: number | undefined;

  /** A breakpoint run is judged step by step, by when its requests were due. */
  const stepNow = (): string =>
    String(stepAt(steps, (Date.now() - (startTime ??= exec.scenario.startTime)) / 1_000));

  return (request) => {
    const step = steps.length === 0 ? undefined : stepNow();
    const sent = send(request);
    const { response } = sent;
    const { status } = response;
    // k6 itself gave the request up, because the run was stopped: that says nothing about the target.
    if (status === 0 && (response.error === 'context canceled' || isOwnFault(response.error)))
      return response;
    const { bucket } = request;
    const tags = status === 200 ? tagsOf200[bucket.index] : latencyTags(bucket, status);
    latency.add(sent.latencyMs, step === undefined ? tags : { ...tags, step });
    // The usual case by itself: nothing is made for it.
    if (status === 200 && !request.sampled && looksRight(textOf(response), request.chatroom, request.value))
      return response;
    const { findings, validated } = scrutinize(response, request);
    if (validated !== undefined) bodies.add(1, { why: validated });
    if (findings.length > 0) report(findings, request, sent);
    return response;
  };

  function report(findings: readonly Finding[], { bucket }: PlannedRequest, sent: Sent): void {
    const { response, url, body, latencyMs } = sent;
    const { status, headers, error } = response;
    logViolations(findings, () =>
      recordExchange(
        { url, brand: bucket.brand, body },
        { status, headers, body: textOf(response), error, durationMs: latencyMs },
        token,
        redaction,
      ),
    );
  }
}

function latencyTags({ brand, name }: Bucket, status: number): Record<string, string> {
  return { brand: String(brand), bucket: name, status: String(status) };
}

/** Without an answer there is no body, whatever k6's types say. */
function textOf({ body }: { readonly body: string | null }): string {
  return body ?? '';
}
