/** Metrics of the load script, as k6's outputs and the runner know them. */
export const metricNames = {
  /** Trend in ms, tagged brand, bucket, status. */
  latency: 'popsell_latency',
  /** Counter, tagged check, pointer, cause. */
  violations: 'popsell_violations',
  /** Counter of bodies validated against their whole schema, tagged why: sample, suspect. */
  bodies: 'popsell_bodies_validated',
  /** Counter of answers that showed what the only writer of a chatroom had written there before. */
  readBacks: 'popsell_read_backs',
  /** Trend in ms of how long after its time a request was begun; of the random sample, in the open model. */
  lateness: 'popsell_lateness',
  /** Counter of VUs that have begun their first iteration: the first tells when traffic began. */
  vusStarted: 'popsell_vus_started',
  /** Counter of iterations that ended in an exception. */
  exceptions: 'popsell_exceptions',
} as const;

/** Statuses with exact percentiles of their own; of others there are histograms. 0: no answer came. */
export const exactStatuses = [0, 200, 401, 403, 404, 422, 429, 500, 502, 503, 504] as const;
