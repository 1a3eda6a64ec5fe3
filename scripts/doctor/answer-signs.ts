import type { Probe } from '../target/probe';
import { missing, stopping, there, type Sign } from './sign';

const toleratedSkewMs = 60_000;
const dayMs = 86_400_000;
/** A certificate that is renewed by hand wants this much notice. */
const expiryNoticeDays = 21;

/** What one answer of the API shows. @param now in milliseconds since 1970 */
export function answerSigns(probe: Probe, now: number): Sign[] {
  if (!probe.usable) return [stopping(probe.reason)];
  const { status, durationMs, headers, certificateExpires } = probe;
  const answers = `the API answers {} with ${status} after ${Math.round(durationMs)} ms`;
  return [
    status === 200 ? there(answers) : missing(`${answers}; documented: 200. The contract run will say more`),
    skewSign(headers.date, now),
    ...(certificateExpires === undefined ? [] : [certificateSign(certificateExpires, now)]),
    ...rateLimitSigns(status, headers),
  ];
}

/** `online` is judged by the Date of the answer; its clock should be about right. */
function skewSign(date: string | undefined, now: number): Sign {
  if (date === undefined) return missing('a Date header: online is judged by the clock of this machine');
  const skewMs = Math.abs(Date.parse(date) - now);
  if (skewMs <= toleratedSkewMs) return there('a Date header that agrees with the clock of this machine');
  return missing(
    `clocks that agree: the API's differs by ${Math.round(skewMs / 1_000)} s from this machine's`,
  );
}

function certificateSign(expires: Date, now: number): Sign {
  const days = Math.floor((expires.getTime() - now) / dayMs);
  const until = expires.toISOString().slice(0, 10);
  return days >= expiryNoticeDays
    ? there(`a TLS certificate until ${until}`)
    : missing(`a TLS certificate that lasts: this one ends on ${until}, in ${days} days`);
}

/** Announced by many gateways, under names that differ in their prefix. */
function rateLimitSigns(status: number, headers: NodeJS.Dict<string | string[]>): Sign[] {
  const announced = Object.entries(headers)
    .filter(([name]) => /^(x-)?rate-?limit/.test(name))
    .map(([name, value]) => `${name}: ${String(value)}`);
  if (status === 429) {
    return [missing('room under the rate limit: the request got 429; the suite waits as Retry-After says')];
  }
  if (announced.length === 0) return [];
  return [there(`a rate limit (${announced.join(', ')}); contracts.maxRequestsPerSecond keeps under it`)];
}
