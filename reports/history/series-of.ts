import { createHash } from 'node:crypto';

import type { LoadResult } from '../../schemas/generated/types';

/** A short name that runs share if their figures can be compared: target, profile, k6 and traffic are the same. */
export function seriesOf({
  target,
  profile,
  k6Version,
  traffic,
  model,
  askedRate,
  shards,
}: LoadResult): string {
  const parts = [
    target.name,
    addressOf(target.baseUrl),
    profile,
    k6Version,
    // Without a definition, of earlier versions, what was asked for stands in.
    traffic ?? [model, askedRate],
    shards ?? 1,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
}

/** The embedded API gets another port every time. */
function addressOf(baseUrl: string): string {
  if (!URL.canParse(baseUrl)) return baseUrl;
  const { protocol, host, hostname, pathname } = new URL(baseUrl);
  const isLoopback = /^(127\.|localhost$|\[::1\]$)/.test(hostname);
  return `${protocol}//${isLoopback ? hostname : host}${pathname}`;
}
