import { sleep } from 'k6';
import exec from 'k6/execution';
import http from 'k6/http';
import { Counter, Trend } from 'k6/metrics';
import type { Options } from 'k6/options';

import { secondsUntilDue } from '../profiles/seconds-until';
import { metricNames } from '../telemetry/metric-names';
import type { OwnRequests } from '../traffic/own-requests';
import { roundRobin } from '../traffic/round-robin';
import { createTraffic } from '../traffic/traffic';
import { usedRooms } from '../traffic/traffic-plan';
import { createExchange } from './exchange';
import { sharedPlan } from './shared-plan';

// Every VU runs this file, and keeps what it makes here: what is not needed for each request is in lazy/.
const { script, options: planned, rooms } = sharedPlan(__ENV, open);
const traffic = createTraffic(usedRooms(rooms, script.traffic), script.traffic.options);

export const options: Options = planned;

// 429 says "ask for less", which is no failure of the target: it is counted apart.
http.setResponseCallback(http.expectedStatuses(200, 429));

const lateness = new Trend(metricNames.lateness, true);
const exceptions = new Counter(metricNames.exceptions);
const readBacks = new Counter(metricNames.readBacks);
const vusStarted = new Counter(metricNames.vusStarted);
const exchange = createExchange(script, __ENV['POPSELL_TOKEN'] ?? '', traffic.buckets);

// k6 makes this object anew at each access, and that costs more than a request's whole verification.
let scenario: typeof exec.scenario | undefined;
/** For the few VUs that have a chatroom of their own. */
let own: OwnRequests | undefined;

/** One iteration: one request. */
export default function patchChatroom(): void {
  try {
    scenario ??= begin();
    const index = scenario.iterationInTest;
    if (own === undefined) sharedExchange(index);
    else ownExchange(own, index);
    if (script.minSecondsPerRequest > 0) pauseUntilAllowed();
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
  if (script.minSecondsPerRequest > 0) pauseUntilAllowed();
  return exec.scenario;
}

function sharedExchange(index: number): void {
  const request = traffic.request(index);
  if (request.sampled && scenario !== undefined && script.arrivals !== undefined) {
    const dueMs = scenario.startTime + secondsUntilDue(script.arrivals, index) * 1_000;
    lateness.add(Math.max(0, Date.now() - dueMs));
  }
  exchange(request);
}

function ownExchange(requests: OwnRequests, index: number): void {
  const request = requests.next(index);
  const { status } = exchange(request);
  if (request.reads && status === 200) readBacks.add(1);
  if (!requests.answered(request, status)) own = undefined;
}

/** Clients that wait for answers have no rate of their own: where there is a limit, they take turns. */
function pauseUntilAllowed(): void {
  const { startTime } = exec.scenario;
  untilTurnMs ??= roundRobin(exec.vu.idInTest, script.vus, script.minSecondsPerRequest * 1_000);
  const waitMs = untilTurnMs(Date.now() - startTime);
  if (waitMs > 0) sleep(waitMs / 1_000);
}

let untilTurnMs: ((sinceStartMs: number) => number) | undefined;

/** Hands k6's figures to the runner; without a file to write to, k6 prints its own summary. */
export function handleSummary(data: unknown): Record<string, string> | undefined {
  return script.summaryFile === undefined ? undefined : { [script.summaryFile]: JSON.stringify(data) };
}
