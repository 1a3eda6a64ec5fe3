/** Gauges that a pod exports once, when its k6 has ended: what only the pod knows. */
export const shardMetrics = {
  exitCode: 'popsell_shard_exit_code',
  /** Exceptions that k6 logged because the script could not catch them. */
  uncaughtExceptions: 'popsell_shard_uncaught_exceptions',
  /** Cores that the pod may use. */
  cores: 'popsell_shard_cores',
  /** CPU that k6 had used: one point a second. */
  cpuSeconds: 'popsell_shard_cpu_seconds',
} as const;
