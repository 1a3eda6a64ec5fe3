import { sleep } from 'k6';
import exec from 'k6/execution';
import http from 'k6/http';
import { Counter, Trend } from 'k6/metrics';
import type { Options } from 'k6/options';

import { stepAt, stepsOf } from '../breakpoint/steps';
import { metricNames } from '../telemetry/metric-names';
import type { Bucket } from '../traffic/buckets';
import type { OwnRequests } from '../traffic/own-requests';
import { planTraffic } from '../traffic/plan-traffic';
import type { PlannedRequest } from '../traffic/planned-request';
import { roundRobin } from '../traffic/round-robin';
import { createTraffic } from '../traffic/traffic';
import { checkAnswer } from '../verification/check-answer';
import * as validators from '../verification/compiled-validators';
import { recordExchange } from '../verification/exchange';
import type { Finding } from '../verification/finding';
import { isOwnFault } from '../verification/own-fault';
import { readOptions } from './options';
import { k6Options } from './scenario';
import { warnWithoutOwners } from './warn-without-owners';
import { createSender, type Sent } from './send';
import { sharedRooms } from './shared-rooms';
import { logViolations } from './violation-log';

const asked = readOptions(__ENV);
const targetRooms = sharedRooms(() =>
  asked.brandsFile === undefined ? asked.brands : open(asked.brandsFile).trim(),
);
const planned = planTraffic(targetRooms, asked);
const { plan, ownership } = planned;
const { shape } = plan;
const traffic = createTraffic(ownership, planned.options);

// While k6 reads the options, before there is a VU: once.
if (__VU === 0) warnWithoutOwners(ownership, console.warn);

export const options: Options = k6Options(
  plan,
  ownership.contended.map(({ brand }) => brand),
  traffic.buckets.map(({ name }) => name),
  asked.baseUrl,
);

// 429 says "ask for less", which is no failure of the target: it is counted apart.
http.setResponseCallback(http.expectedStatuses(200, 429));

const latency = new Trend(metricNames.latency, true);
const bodies = new Counter(metricNames.bodies);
const exceptions = new Counter(metricNames.exceptions);
const readBacks = new Counter(metricNames.readBacks);
const vusStarted = new Counter(metricNames.vusStarted);
const send = createSender(asked.baseUrl, asked.token, plan.timeoutSeconds, traffic.buckets);
// Made once: k6's engine makes objects slowly.
const tagsOf200 = traffic.buckets.map((bucket) => latencyTags(bucket, 200));

/** A breakpoint run is judged step by step, by when its requests were due. */
const steps = stepsOf(plan);
let startTime: number | undefined;

// k6 makes this object anew at each access, and that costs more than a request's whole verification.
let scenario: typeof exec.scenario | undefined;
/** For the few VUs that have a chatroom of their own. */
let own: OwnRequests | undefined;

/** One iteration: one request. */
export default function patchChatroom(): void {
  try {
    scenario ??= begin();
    const index = scenario.iterationInTest;
    if (own === undefined) exchange(traffic.request(index));
    else ownExchange(own, index);
    pauseUntilAllowed();
  } catch (error) {
    // k6 ends with exit code 0 when iterations throw: without this count nobody would know.
    exceptions.add(1);
    console.error(`exception in an iteration: ${String(error)}`);
  }
}

/** The first iteration of a VU. */
function begin(): typeof exec.scenario {
  // Latencies come with the answers: without this, a target that stalls at once would hide how long.
  vusStarted.add(1);
  own = traffic.ownRequests(exec.vu.idInTest);
  pauseUntilAllowed();
  return exec.scenario;
}

function ownExchange(requests: OwnRequests, index: number): void {
  const request = requests.next(index);
  const { status } = exchange(request).response;
  if (request.reads && status === 200) readBacks.add(1);
  if (!requests.answered(request, status)) own = undefined;
}

function exchange(request: PlannedRequest): Sent {
  const step =
    steps.length === 0
      ? undefined
      : stepAt(steps, (Date.now() - (startTime ??= exec.scenario.startTime)) / 1_000);
  const sent = send(request);
  const { response } = sent;
  // k6 itself gave the request up, because the run was stopped: that says nothing about the target.
  if (response.status === 0 && (response.error === 'context canceled' || isOwnFault(response.error)))
    return sent;
  const { status } = response;
  const { bucket } = request;
  const tags = status === 200 ? tagsOf200[bucket.index] : latencyTags(bucket, status);
  latency.add(sent.latencyMs, step === undefined ? tags : { ...tags, step: String(step) });
  const { findings, validated } = checkAnswer(response, request, validators);
  if (validated !== undefined) bodies.add(1, { why: validated });
  if (findings.length > 0) report(findings, request, sent);
  return sent;
}

function latencyTags({ brand, name }: Bucket, status: number): Record<string, string> {
  return { brand: String(brand), bucket: name, status: String(status) };
}

function report(findings: readonly Finding[], { bucket }: PlannedRequest, sent: Sent): void {
  const { response, url, body, latencyMs } = sent;
  logViolations(findings, () =>
    recordExchange(
      { url, brand: bucket.brand, body },
      {
        status: response.status,
        headers: response.headers,
        body: textOf(response),
        error: response.error,
        durationMs: latencyMs,
      },
      asked.token,
      asked.redaction,
    ),
  );
}

/** Without an answer there is no body, whatever k6's types say. */
function textOf({ body }: { readonly body: string | null }): string {
  return body ?? '';
}

/** Clients that wait for answers have no rate of their own: where there is a limit, they take turns. */
function pauseUntilAllowed(): void {
  if (shape.model !== 'closed' || shape.minSecondsPerRequest === 0) return;
  const { startTime } = exec.scenario;
  untilTurnMs ??= roundRobin(exec.vu.idInTest, plan.vus, shape.minSecondsPerRequest * 1_000);
  const waitMs = untilTurnMs(Date.now() - startTime);
  if (waitMs > 0) sleep(waitMs / 1_000);
}

let untilTurnMs: ((sinceStartMs: number) => number) | undefined;

/** Hands k6's figures to the runner; without a file to write to, k6 prints its own summary. */
export function handleSummary(data: unknown): Record<string, string> | undefined {
  return asked.summaryFile === undefined ? undefined : { [asked.summaryFile]: JSON.stringify(data) };
}
