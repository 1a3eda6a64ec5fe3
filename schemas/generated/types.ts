// Generated from the JSON Schemas by npm run generate. Do not edit.

export type RedactedNames = string[];
/**
 * JSON properties, at any depth.
 */
export type RedactedNames1 = string[];

export interface Schemas {
  pivot?: ChatroomPivot;
  ambassador?: Ambassador;
  chatroom?: Chatroom;
  chatroomUpdate?: ChatroomUpdate;
  unauthorized?: Unauthorized;
  validationError?: ValidationError;
  target?: TargetFile;
  waivers?: WaiverFile;
  contract?: ContractResult;
  load?: LoadResult;
  history?: HistoryFile;
  restore?: RestoreJournal;
}
/**
 * What one ambassador has done in one chatroom.
 */
export interface ChatroomPivot {
  id_chatroom: number;
  id_ambassador: number;
  last_read_message: number;
  is_blocked: boolean;
  archived: boolean;
}
/**
 * A member of a chatroom.
 */
export interface Ambassador {
  id_ambassador: number;
  image: string;
  firstname: string;
  lastname: string;
  username: string;
  email: string;
  email_tmp: string;
  active: number;
  status: number;
  /**
   * True when last_action_date is less than 5 minutes ago.
   */
  online: boolean;
  last_action_date: string;
  customer_id: string;
  anonymized: boolean;
  chatroom_pivot_data: ChatroomPivot[];
}
/**
 * A chatroom as a 200 answers it. Undocumented properties are allowed: they are a notice (policy 6).
 */
export interface Chatroom {
  id_chatroom: number;
  ambassadors: Ambassador[];
  date_insert: string;
  last_message_date: string;
  /**
   * 0: one to one, 7: one to many.
   */
  type_chatroom: 0 | 7;
  /**
   * 0: between members, 1: between external, 2: between members and external.
   */
  type_discussion: 0 | 1 | 2;
  /**
   * "0": direct, "1": waiting_list, "2": hot_list. A string by its documented type (policy 2).
   */
  source: '0' | '1' | '2';
  /**
   * A date-time; the true/false text beside it is ignored (policy 4).
   */
  established_dialogue: string;
  /**
   * What is inside may be absent, but not mistyped or null (policy 5).
   */
  last_rating: {
    value?: number;
    comment?: string;
    [k: string]: unknown;
  };
  /**
   * What is inside may be absent, but not mistyped or null (policy 5).
   */
  last_summary: {
    date_insert?: string;
    summary?: string;
    anomaly?: number;
    topic?: number;
    [k: string]: unknown;
  };
}
/**
 * The request body. {} changes nothing and reads the chatroom (policy 9).
 */
export interface ChatroomUpdate {
  /**
   * An RFC 3339 date-time, or the form of the documented example (policy 3).
   */
  established_dialogue?: string;
}
/**
 * The body of a 401.
 */
export interface Unauthorized {
  message: string;
}
/**
 * The body of a 422: a message, and the details by field name.
 */
export interface ValidationError {
  message: string;
  /**
   * Keys are field names; `field` in the documentation stands for any of them.
   */
  errors: {
    [k: string]: string[];
  };
}
/**
 * A deployed API and what is needed to talk to it. Strings may read the environment: ${NAME}.
 */
export interface TargetFile {
  $schema?: string;
  /**
   * A short name for reports.
   */
  name: string;
  /**
   * An absolute http or https URL that /chat/chatrooms/{id} is appended to, such as https://staging.example.org/api/v2.
   */
  baseUrl: string;
  /**
   * A bearer token with permission; write ${POPSELL_TOKEN}.
   */
  token: string;
  /**
   * A valid bearer token without permission for the operation; without it 403 by token is not tried.
   */
  forbiddenToken?: string;
  /**
   * The brands that the token may use, with chatrooms that the suite may change.
   *
   * @minItems 1
   */
  brands: TargetBrand[];
  /**
   * A chatroom id that does not exist; 999999999 when it is left out.
   */
  unknownChatroom?: number;
  contracts?: {
    maxRequestsPerSecond?: number;
  };
  load?: {
    /**
     * Load on a host that is not loopback is refused without it.
     */
    allow?: boolean;
    maxRatePerSecond?: number;
    /**
     * A load run uses no more of the chatrooms than this, 10,000 when it is left out: each is read before the run and put back after it.
     */
    maxChatrooms?: number;
  };
  /**
   * What no file of a run may show of an answer, beside tokens, cookies, email and customer_id.
   */
  redact?: {
    headers?: RedactedNames;
    fields?: RedactedNames1;
  };
  /**
   * A waiver file, relative to this file.
   */
  waivers?: string;
}
export interface TargetBrand {
  id: number;
  /**
   * Chatroom ids as a list [301, 302] or as a range {"from": 400, "to": 419}.
   */
  chatrooms: number[] | ChatroomRange;
  /**
   * How much of the load the brand gets, beside 1 for brands without a weight.
   */
  weight?: number;
}
export interface ChatroomRange {
  from: number;
  /**
   * Inclusive.
   */
  to: number;
}
/**
 * Known violations that the team accepts until a date.
 */
export interface WaiverFile {
  $schema?: string;
  waivers: Waiver[];
}
export interface Waiver {
  /**
   * An obligation's id, such as 200/body/last_rating.
   */
  obligation: string;
  /**
   * Only violations at this JSON pointer, in which * stands for any one segment, such as /ambassadors/* /online; all of the obligation's without it. A run records a violation once an obligation and cause, with all places that it was seen at, and each of them must be covered: where they may be others each time, leave the pointer out.
   */
  pointer?: string;
  reason: string;
  /**
   * The last day on which the waiver holds, as YYYY-MM-DD (UTC).
   */
  expires: string;
}
/**
 * contract.json: what a contract run saw of every obligation.
 */
export interface ContractResult {
  /**
   * incomplete: the run ended before every spec had run.
   */
  verdict: 'passed' | 'failed' | 'incomplete';
  /**
   * Why the run is incomplete, or failed beside its violations: by --require-all, or by a waiver.
   */
  reason?: string;
  target: TargetSummary;
  startedAt: string;
  durationMs: number;
  seed: number;
  /**
   * True: many more generated requests were sent.
   */
  thorough?: boolean;
  /**
   * Requests sent, retries included.
   */
  requests: number;
  obligations: ObligationResult[];
  violations: Violation[];
  notices: Notice[];
  choices: Choice[];
  /**
   * The waivers of the target, as applied to this run.
   */
  waivers: AppliedWaiver[];
  /**
   * How the documentation is read where it is silent or contradicts itself.
   */
  ledger: LedgerEntry[];
}
export interface TargetSummary {
  name: string;
  baseUrl: string;
}
export interface ObligationResult {
  id: string;
  /**
   * The documented status it belongs to; any: all answers.
   */
  group: '200' | '401' | '403' | '404' | '422' | 'any';
  title: string;
  /**
   * The place in the documentation, and the ledger entries that read it.
   */
  source: string;
  /**
   * Numbers of ledger entries.
   */
  policy: number[];
  state: 'verified' | 'violated' | 'waived' | 'unobserved' | 'not-tried';
  observations: number;
  /**
   * Why it is unobserved, or was not tried.
   */
  reason?: string;
}
export interface Violation {
  obligation: string;
  /**
   * Tells violations of one obligation apart, such as type or required.
   */
  cause: string;
  message: string;
  /**
   * A JSON pointer into the response body.
   */
  pointer?: string;
  /**
   * Further places of the same cause, where it was seen at more than one: a waiver must cover them too.
   */
  otherPointers?: string[];
  received: string;
  documented: string;
  count: number;
  waived: boolean;
  /**
   * The spec file, relative to the project.
   */
  spec?: string;
  /**
   * The line of the spec file that names the obligation.
   */
  line?: number;
  /**
   * The obligation whose test sent the exchange; absent where none did.
   */
  test?: string;
  exchange: RecordedExchange;
}
export interface RecordedExchange {
  request: RecordedRequest;
  /**
   * Null: no answer came; error says why.
   */
  response: RecordedResponse | null;
  error?: string;
  /**
   * A command that sends the request again; it reads the token from the environment.
   */
  curl: string;
}
export interface RecordedRequest {
  method: string;
  url: string;
  headers: RecordedHeaders;
  /**
   * Null: no body was sent.
   */
  body: string | null;
}
export interface RecordedHeaders {
  [k: string]: string;
}
export interface RecordedResponse {
  status: number;
  headers: RecordedHeaders;
  /**
   * Cut to 4 kB.
   */
  body: string;
  bodyBytes: number;
  durationMs: number;
}
/**
 * Worth knowing, breaks no promise.
 */
export interface Notice {
  code: string;
  message: string;
  pointer?: string;
  count: number;
}
/**
 * Where the policy allows several answers: which one was observed.
 */
export interface Choice {
  id: string;
  title: string;
  observed: string;
  allowed: string;
}
export interface AppliedWaiver {
  obligation: string;
  pointer?: string;
  reason: string;
  expires: string;
  /**
   * matched: it covers a violation; expired: it no longer does; gone: the obligation was verified; unobserved: it could not be tried.
   */
  outcome: 'matched' | 'expired' | 'gone' | 'unobserved';
}
export interface LedgerEntry {
  number: number;
  /**
   * What the documentation says, or that it is silent.
   */
  documentation: string;
  /**
   * How the suite reads it.
   */
  reading: string;
}
/**
 * load.json: what a load run measured. Times are in milliseconds, rates per second.
 */
export interface LoadResult {
  verdict: 'passed' | 'failed' | 'invalid';
  target: {
    name: string;
    baseUrl: string;
  };
  startedAt: string;
  durationMs: number;
  /**
   * True: the run was stopped before its end.
   */
  interrupted: boolean;
  profile: string;
  /**
   * open: arrivals do not wait for answers; closed: a fixed number of clients does.
   */
  model: 'open' | 'closed';
  seed: number;
  k6Version: string;
  shard?: {
    index: number;
    count: number;
  };
  /**
   * How many shards were merged; absent for a run of one process.
   */
  shards?: number;
  traffic?: TrafficDefinition;
  requests: number;
  /**
   * Requests per second while requests were sent: the wait for the last answers is no part of it.
   */
  rate: number;
  /**
   * Mean requests per second that the profile asks for; absent in the closed model.
   */
  askedRate?: number;
  latency: Latency;
  /**
   * samples: percentiles come from every request; histograms: from mergeable histograms, because there was more than one process or because k6 must not keep its samples.
   */
  latencySource?: 'samples' | 'histograms';
  histogram?: HistogramAccuracy;
  brands: LatencyByName;
  buckets: LatencyByName;
  statuses: LatencyByName;
  /**
   * Requests answered with 429, which are no failures: the target was asked for too much.
   */
  turnedAway?: number;
  /**
   * exact: from every sample; otherwise percentiles come from histograms and are right within this relative width.
   */
  latencyResolution: 'exact' | number;
  thresholds: ThresholdResult[];
  verified: Verified;
  validity: Validity;
  breakpoint?: Breakpoint;
  chatrooms?: ChatroomsUsed;
  /**
   * Of merged shards: how many chatrooms the restore.json of each still names, by the shard's number; absent where none names any.
   */
  leftByShard?: {
    [k: string]: number;
  };
  series: SeriesSecond[];
  recording?: Recording;
  /**
   * Mergeable histograms of the whole run, by brand.
   */
  histograms?: {
    [k: string]: Histogram;
  };
  /**
   * Mergeable histograms of the whole run, by bucket.
   */
  bucketHistograms?: {
    [k: string]: Histogram;
  };
  /**
   * Mergeable histograms of the whole run, by status.
   */
  statusHistograms?: {
    [k: string]: Histogram;
  };
}
/**
 * What the requests were made of: runs are compared where it is the same. Absent in files of earlier versions.
 */
export interface TrafficDefinition {
  /**
   * The plan of the profile with --rate and --duration: arrivals, or clients.
   */
  shape: string;
  /**
   * How many chatrooms of each brand.
   */
  rooms: {
    [k: string]: number;
  };
  brandWeights: string;
  /**
   * The run uses no more chatrooms than this.
   */
  maxChatrooms?: number;
  popularity: string;
  zipfExponent: number;
}
export interface Latency {
  /**
   * Samples behind the figures.
   */
  requests: number;
  /**
   * Null: too few samples for this figure.
   */
  p50: number | null;
  /**
   * Null: too few samples for this figure.
   */
  p75: number | null;
  /**
   * Null: too few samples for this figure.
   */
  p90: number | null;
  /**
   * Null: too few samples for this figure.
   */
  p95: number | null;
  /**
   * Null: too few samples for this figure.
   */
  p99: number | null;
  /**
   * Null: too few samples for this figure.
   */
  p99_9: number | null;
  /**
   * Null: too few samples for this figure.
   */
  max: number | null;
  /**
   * Null: too few samples for this figure.
   */
  mean: number | null;
}
/**
 * How wide the buckets of the histograms are, relative to their lower end: what is read from them is right within that.
 */
export interface HistogramAccuracy {
  /**
   * Of the whole run: histograms, bucketHistograms and statusHistograms.
   */
  relativeError: number;
  /**
   * Of the percentiles in series. Those of recording may be wider: it says so itself.
   */
  perSecondRelativeError: number;
}
export interface LatencyByName {
  [k: string]: Latency;
}
export interface ThresholdResult {
  /**
   * Such as: brand 3, p95.
   */
  name: string;
  limit: number;
  /**
   * Null: no samples, or too few for the figure.
   */
  observed: number | null;
  unit: 'ms' | 'share';
  brand?: string;
  /**
   * Such as 95; absent for shares.
   */
  percentile?: number;
  ok: boolean;
}
export interface Verified {
  /**
   * Responses whose status, id and value were verified.
   */
  responses: number;
  /**
   * Bodies validated against their whole schema.
   */
  bodies: number;
  /**
   * Bodies of 200s among them that were picked at random.
   */
  sampled?: number;
  /**
   * Reads of a chatroom that only one client writes to, compared with what it had written there.
   */
  readBacks?: number;
  violations: LoadViolation[];
  /**
   * Without violations in the sample: the rate of violating bodies is below this (95 %, 3/sampled).
   */
  bound: number | null;
}
export interface LoadViolation {
  /**
   * Such as: status, own id, own value, schema.
   */
  check: string;
  message: string;
  pointer?: string;
  count: number;
  /**
   * True: a waiver covers it, and it does not fail the run.
   */
  waived?: boolean;
  example?: RecordedExchange;
}
/**
 * Whether the generator was fit to measure.
 */
export interface Validity {
  droppedIterations: number;
  /**
   * True: every VU that was allowed was in use.
   */
  vusAtMax: boolean;
  /**
   * Share of one machine's cores that k6 used, 0 to 1; null where it is not known.
   */
  generatorCpu: number | null;
  /**
   * Iterations ended by an exception of the script.
   */
  exceptions: number;
  lateness?: Lateness;
  /**
   * Why the run is not valid, and what to change; empty for a valid run.
   */
  reasons: string[];
  /**
   * Why figures are less exact than usual, where that does not touch the verdict; absent where there is nothing to say.
   */
  cautions?: string[];
  /**
   * What could not be found out, such as of pods that say nothing of their end; absent where nothing is missing.
   */
  unknown?: string[];
}
/**
 * How long after their time requests were begun, in ms, in the open model: latencies may hold as much of the generator's own delay. Null: too few samples.
 */
export interface Lateness {
  p95: number | null;
  p99: number | null;
}
/**
 * Of the breakpoint profile: the highest rate that keeps the thresholds. The thresholds of the run are those of that step.
 */
export interface Breakpoint {
  /**
   * Requests per second; null where the first step was not kept.
   */
  highestRateKept: number | null;
  before: BreakpointStep | null;
  after: BreakpointStep | null;
  steps: BreakpointStep[];
}
export interface BreakpointStep {
  /**
   * Requests per second that were asked for.
   */
  rate: number;
  requests: number;
  /**
   * Null: too few samples for this figure.
   */
  p95: number | null;
  /**
   * Null: too few samples for this figure.
   */
  p99: number | null;
  /**
   * Share of the requests that failed, 0 to 1.
   */
  errors: number | null;
  /**
   * Requests that could not be sent.
   */
  dropped: number;
  generatorCpu: number | null;
  /**
   * generator: it was the limit, and nothing is known of the target. unknown: not measured to its end.
   */
  state: 'kept' | 'crossed' | 'generator' | 'unknown';
  /**
   * All thresholds were kept.
   */
  kept: boolean;
  /**
   * Names of the thresholds that were not.
   */
  crossed: string[];
}
/**
 * What became of the chatrooms that the run could write to; absent where nobody kept their first values.
 */
export interface ChatroomsUsed {
  /**
   * All of them.
   */
  used: number;
  /**
   * Those that have their first value again.
   */
  putBack: number;
  /**
   * Those that the run's restore.json still names.
   */
  left: number;
  /**
   * Those that had no value which could be read and put back.
   */
  unread: number;
}
/**
 * One second of the run.
 */
export interface SeriesSecond {
  /**
   * Seconds since startedAt.
   */
  second: number;
  requests: number;
  /**
   * Responses other than 200 and 429, and requests without one.
   */
  failures: number;
  /**
   * Null: too few samples for this figure.
   */
  p50: number | null;
  /**
   * Null: too few samples for this figure.
   */
  p95: number | null;
  /**
   * Null: too few samples for this figure.
   */
  p99: number | null;
  /**
   * Null: too few samples for this figure.
   */
  max: number | null;
  brands: {
    [k: string]: BrandSecond;
  };
  /**
   * Responses by status; 0: none came.
   */
  statuses: {
    [k: string]: number;
  };
}
export interface BrandSecond {
  requests: number;
  /**
   * Null: too few samples for this figure.
   */
  p50: number | null;
  /**
   * Null: too few samples for this figure.
   */
  p95: number | null;
}
/**
 * Counts and mergeable histograms by second, brand, bucket and status. docs/run-folder.md says how to read it.
 */
export interface Recording {
  /**
   * Width of the widest bucket relative to its lower end: percentiles of a second are right within it.
   */
  relativeError: number;
  /**
   * Brand, bucket and status of the cells, by the index that the data use.
   */
  names: string[][];
  /**
   * Raw deflate, in base64, of LEB128 numbers.
   */
  data: string;
}
/**
 * A base-2 exponential histogram in ms as OpenTelemetry defines it: bucket i holds base^i < x <= base^(i+1), base = 2^(2^-scale).
 */
export interface Histogram {
  scale: number;
  zeroCount: number;
  offset: number;
  counts: number[];
  sum: number;
  min: number;
  max: number;
}
/**
 * What --history FILE keeps, and a run folder's earlier-runs.json: a few figures of each run, oldest first, at most 200 runs a target. Times are in milliseconds.
 */
export interface HistoryFile {
  runs: HistoryRun[];
  /**
   * In a run folder's earlier-runs.json: whether being slower than these runs failed the run.
   */
  gates?: boolean;
}
export interface HistoryRun {
  /**
   * The run folder's name.
   */
  name: string;
  startedAt: string;
  target: TargetSummary;
  /**
   * The run's verdict as its report shows it.
   */
  state: 'passed' | 'failed' | 'incomplete' | 'invalid' | 'no-data';
  /**
   * The verdict in one sentence.
   */
  headline: string;
  contract: HistoryContract | null;
  load: HistoryLoad | null;
}
export interface HistoryContract {
  startedAt: string;
  verdict: 'passed' | 'failed' | 'incomplete';
  /**
   * How many obligations were.
   */
  verified: number;
  waived: number;
  /**
   * Ids of obligations.
   */
  violated: string[];
  /**
   * Unobserved and not tried.
   */
  notVerified: number;
  /**
   * Kept of a target's newest runs.
   */
  notVerifiedIds?: string[];
  /**
   * What was observed, by the id of the choice; kept of a target's newest runs.
   */
  choices?: {
    [k: string]: string;
  };
}
export interface HistoryLoad {
  startedAt: string;
  verdict: 'passed' | 'failed' | 'invalid';
  interrupted: boolean;
  /**
   * True: delays of the generator are in the figures; they are not compared. Absent otherwise.
   */
  isInexact?: boolean;
  profile: string;
  k6Version: string;
  /**
   * Runs whose figures can be compared share it: target, profile, k6 version and traffic are the same.
   */
  series: string;
  /**
   * True: the team accepted this run's speed, and its series begins anew.
   */
  newBaseline?: boolean;
  requests: number;
  rate: number;
  p50: number | null;
  p95: number | null;
  p99: number | null;
  /**
   * p95 by brand.
   */
  brands: {
    [k: string]: number | null;
  };
}
/**
 * restore.json: the chatrooms that a run may have changed and has not put back yet. It is there while the run changes anything, and stays where the run could not put everything back: npm run restore does.
 */
export interface RestoreJournal {
  /**
   * The target's; values are put back nowhere else.
   */
  baseUrl: string;
  /**
   * When the run first wrote a value down: of several runs the earliest knows what was there at first.
   */
  began?: string;
  rooms: ChangedRoom[];
  /**
   * Chatrooms that another shard of the run had changed before this one read them: their first value is in that shard's first-values.json.
   */
  late?: ChatroomPlace[];
  writer?: JournalWriter;
}
export interface ChangedRoom {
  brand: number;
  chatroom: number;
  /**
   * The established_dialogue before the first change.
   */
  value: string;
}
export interface ChatroomPlace {
  brand: number;
  chatroom: number;
}
/**
 * The process that wrote this, so that a run which still goes on is told from one that was killed.
 */
export interface JournalWriter {
  /**
   * On Linux an id that changes with each start of the machine, and that of the container's processes; elsewhere the host's name.
   */
  machine: string;
  pid: number;
  /**
   * When the process began, as the system says it; left out where it does not.
   */
  started?: string;
}
