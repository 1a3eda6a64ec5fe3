/**
 * What a run that is spread over pods says of itself in every export, so that a report can be made of nothing but
 * what the collector wrote.
 */
export interface RunIdentity {
  /** Tells this run from others in the same file. */
  readonly id: string;
  readonly target: { readonly name: string; readonly baseUrl: string };
  readonly profile: string;
  readonly seed: number;
  readonly ratePerSecond?: number | undefined;
  readonly durationSeconds?: number | undefined;
  readonly maxRatePerSecond?: number | undefined;
  readonly maxVus?: number | undefined;
  /** Each with its share of the requests; the shares sum to 1. */
  readonly brands: readonly { readonly id: number; readonly share: number }[];
  /** Violations that the target's team accepts. */
  readonly waivers: readonly { readonly obligation: string; readonly expires: string }[];
}

/** Resource attributes of the OpenTelemetry exports. */
export const runAttributes = {
  /** A {@link RunIdentity} as JSON. */
  run: 'popsell.run',
  /** How many pods share the run. */
  shards: 'popsell.shards',
  /** Which of them this is, from 1. */
  shard: 'popsell.shard',
  /** Tells two pods of one shard apart. */
  pod: 'popsell.pod',
  /** job, or k6-operator, whose pods say nothing of their end. */
  startedBy: 'popsell.started_by',
} as const;

/** The value of OTEL_RESOURCE_ATTRIBUTES that all pods share; commas, quotes and spaces are percent-encoded. */
export function resourceAttributes(
  identity: RunIdentity,
  shards: number,
  startedBy: 'job' | 'k6-operator',
): string {
  return [
    `${runAttributes.run}=${encodeURIComponent(JSON.stringify(identity))}`,
    `${runAttributes.shards}=${shards}`,
    `${runAttributes.startedBy}=${startedBy}`,
  ].join(',');
}

/** The inverse of {@link resourceAttributes}, for k6, which has no such parser. */
export function parseResourceAttributes(text: string): { key: string; value: { stringValue: string } }[] {
  return text
    .split(',')
    .filter((pair) => pair.includes('='))
    .map((pair) => {
      const at = pair.indexOf('=');
      return {
        key: pair.slice(0, at).trim(),
        value: { stringValue: decodeURIComponent(pair.slice(at + 1).trim()) },
      };
    });
}
