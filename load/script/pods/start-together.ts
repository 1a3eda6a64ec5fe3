import { sleep } from 'k6';
import exec from 'k6/execution';
import http, { type RefinedResponse, type ResponseType } from 'k6/http';

/**
 * Starts the k6 processes of all pods at once. Each waits with its VUs ready (k6 run --paused); this waits until
 * every one of them does and the collector answers, and then resumes them all with one batch of requests.
 *
 *   POPSELL_PEERS               HOST:PORT of each k6's REST API, joined by commas
 *   POPSELL_COLLECTOR           URL of the collector's metrics endpoint
 *   POPSELL_START_WAIT_SECONDS  how long to wait before giving up
 */
const peers = (__ENV['POPSELL_PEERS'] ?? '').split(',');
const collector = __ENV['POPSELL_COLLECTOR'] ?? '';
const waitSeconds = Number(__ENV['POPSELL_START_WAIT_SECONDS'] ?? '600');

/** k6's status of "VUs are ready, the start is awaited". */
const pausedBeforeRun = 4;
const pollSeconds = 0.5;
const params = { headers: { 'Content-Type': 'application/json' }, timeout: '5s' };

export const options = {
  scenarios: {
    start: { executor: 'shared-iterations', vus: 1, iterations: 1, maxDuration: `${waitSeconds + 60}s` },
  },
  batch: peers.length,
  batchPerHost: peers.length,
  // A name that is not known yet may be a second later.
  dns: { ttl: '0', select: 'random', policy: 'preferIPv4' },
};

/** One iteration: waits, and starts the run. */
export default function startTogether(): void {
  const deadlineMs = Date.now() + waitSeconds * 1_000;
  let missing: readonly string[] = peers;
  let collectorAnswers = false;
  for (;;) {
    missing = thoseThatAreNot(pausedBeforeRun, missing);
    collectorAnswers ||= http.post(collector, '{}', params).status === 200;
    if (missing.length === 0 && collectorAnswers) break;
    if (Date.now() > deadlineMs) giveUp(collectorAnswers ? missing : [...missing, collector]);
    sleep(pollSeconds);
  }
  resumeAll();
}

function thoseThatAreNot(status: number, asked: readonly string[]): string[] {
  const responses = send('GET', asked, null);
  return asked.filter((_, index) => statusIn(responses[index]) !== status);
}

function resumeAll(): void {
  const startedMs = Date.now();
  const responses = send('PATCH', peers, { paused: false });
  const deaf = peers.filter((_, index) => responses[index]?.status !== 200);
  if (deaf.length > 0) giveUp(deaf);
  console.log(`${peers.length} pods started within ${Date.now() - startedMs} ms`);
}

/** Ends the pods that wait, so that nothing is half run. */
function giveUp(missing: readonly string[]): never {
  send('PATCH', peers, { stopped: true });
  exec.test.abort(`not started: no answer from ${missing.join(', ')} within ${waitSeconds} s`);
  throw new Error('aborted');
}

function send(method: 'GET' | 'PATCH', to: readonly string[], attributes: object | null): Answer[] {
  if (to.length === 0) return [];
  const body =
    attributes === null ? null : JSON.stringify({ data: { type: 'status', id: 'default', attributes } });
  return http.batch(to.map((peer) => ({ method, url: `http://${peer}/v1/status`, body, params })));
}

type Answer = RefinedResponse<ResponseType | undefined>;

function statusIn(answer: Answer | undefined): number | undefined {
  if (answer?.status !== 200) return undefined;
  const { data } = answer.json() as unknown as { data: { attributes: { status: number } } };
  return data.attributes.status;
}
