/** Limits that a run must keep; a missing limit is not asked for. */
export interface Limits {
  readonly p95LimitMs?: number;
  readonly p99LimitMs?: number;
}

export interface Thresholds {
  /** All requests together. */
  readonly overall: Limits;
  /** Each brand by itself, so that a slow small brand cannot hide behind a fast big one. */
  readonly perBrand: Limits;
  /** Share, 0 to 1, of requests that may fail: anything other than 200 and 429. */
  readonly failureShareLimit: number;
}

/** A linear change of the arrival rate over some time; 0 seconds is a jump. */
export interface Stage {
  readonly toRatePerSecond: number;
  readonly seconds: number;
}

/** Which chatrooms are written to, and by whom. */
export interface TrafficShape {
  /** uniform: every chatroom of a brand gets as much; zipf: the first ones are hot. */
  readonly popularity: 'uniform' | 'zipf';
  /** Share of the clients, 0 to 1, that write and read a chatroom of their own, which nobody else uses. */
  readonly ownedShare: number;
}

interface ProfileBase {
  /** What the profile is for, in one sentence. */
  readonly purpose: string;
  /** A request without a complete answer after this time counts as failed. */
  readonly timeoutSeconds: number;
  readonly thresholds: Thresholds;
  readonly traffic: TrafficShape;
  /**
   * true: k6 keeps every sample, up to a limit, and percentiles are exact; its memory grows with the number of requests.
   * false: percentiles come from histograms, and memory does not grow.
   */
  readonly exactPercentiles: boolean;
}

/** Arrivals do not wait for answers, so a stalled target cannot hide its own latency. */
export interface OpenProfile extends ProfileBase {
  readonly model: 'open';
  readonly startRatePerSecond: number;
  readonly stages: readonly Stage[];
}

/** A fixed number of clients, each waiting for its answer before it sends again. */
export interface ClosedProfile extends ProfileBase {
  readonly model: 'closed';
  readonly vus: number;
  readonly seconds: number;
  /** Only the first chatrooms of each brand are used, so that requests meet in them. */
  readonly roomsPerBrand: number;
}

export type Profile = OpenProfile | ClosedProfile;
