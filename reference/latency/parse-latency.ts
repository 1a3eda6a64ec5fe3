import { constant, exponential, lognormal, mixture, uniform, type Distribution } from './distributions';

/** A time in which the server stands still; its start is counted from the first request, in ms. */
export interface Stall {
  readonly atMs: number;
  readonly forMs: number;
}

/** A stall that the request after so many others begins, however long they took. */
export interface CountedStall {
  readonly afterRequests: number;
  readonly forMs: number;
}

/** What the answers of one server wait. */
export interface Latency {
  /** By X-Popsell-Brand; the empty name is every other brand. */
  readonly distributions: ReadonlyMap<string, Distribution>;
  readonly stalls: readonly (Stall | CountedStall)[];
}

/** Thrown for a text that describes no latency; the message names the accepted forms. */
export class LatencyError extends Error {}

/** The accepted forms, as the command's help says them. */
export const latencyForms =
  '20, constant:20, uniform:5,50, exponential:10, lognormal:MEDIAN,SIGMA, mixture:0.9*constant:10+0.1*constant:200 ' +
  '(ms; 3=constant:20 for brand 3 alone), or stall:at=5s,for=2s (from the first request on), or stall:after=200,for=2s (requests)';

/** Reads what --latency says, each text one distribution or stall. Throws a {@link LatencyError}. */
export function parseLatency(texts: readonly string[]): Latency {
  const distributions = new Map<string, Distribution>();
  const stalls: (Stall | CountedStall)[] = [];
  for (const text of texts) {
    const stall = stallOf(text);
    if (stall !== undefined) {
      stalls.push(stall);
      continue;
    }
    const [, brand = '', form = ''] = /^(?:(\d+)=)?(.*)$/s.exec(text) ?? [];
    const distribution = distributionOf(form);
    if (distribution === undefined || distributions.has(brand)) {
      const why = distribution === undefined ? 'is no latency' : 'is a second latency of the same brand';
      throw new LatencyError(`"${text}" ${why}; accepted: ${latencyForms}`);
    }
    distributions.set(brand, distribution);
  }
  return { distributions, stalls };
}

function stallOf(text: string): Stall | CountedStall | undefined {
  const match = /^stall:(?:at=(?<at>[\d.]+m?s)|after=(?<after>\d+)),for=(?<length>[\d.]+m?s)$/.exec(text);
  const { at, after, length = '' } = match?.groups ?? {};
  const forMs = milliseconds(length);
  if (Number.isNaN(forMs)) return undefined;
  if (after !== undefined) return { afterRequests: Number(after), forMs };
  const atMs = milliseconds(at ?? '');
  return Number.isNaN(atMs) ? undefined : { atMs, forMs };
}

/** NaN for anything other than a time in s or ms. */
function milliseconds(text: string): number {
  return positive(text.replace(/m?s$/, '')) * (text.endsWith('ms') ? 1 : 1_000);
}

/** Undefined where the text is no distribution. */
function distributionOf(text: string): Distribution | undefined {
  const [name = '', parameters = ''] = split(text, ':');
  if (name === 'mixture') return mixtureOf(parameters);
  const numbers = (parameters === '' ? name : parameters).split(',').map(positive);
  const [a = NaN, b = NaN] = numbers;
  if (parameters === '') return numbers.length === 1 && a >= 0 ? constant(a) : undefined;
  if (numbers.some(Number.isNaN)) return undefined;
  switch (`${name}/${numbers.length}`) {
    case 'constant/1':
      return constant(a);
    case 'uniform/2':
      return a <= b ? uniform(a, b) : undefined;
    case 'exponential/1':
      return exponential(a);
    case 'lognormal/2':
      return lognormal(a, b);
    default:
      return undefined;
  }
}

function mixtureOf(text: string): Distribution | undefined {
  const parts = text.split('+').map((part) => {
    const [share = '', form = ''] = split(part, '*');
    return { share: positive(share), draw: distributionOf(form) };
  });
  const known = parts.flatMap(({ share, draw }) =>
    share > 0 && draw !== undefined ? [{ share, draw }] : [],
  );
  return known.length === parts.length ? mixture(known) : undefined;
}

/** The text before and after the first separator. */
function split(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}

/** NaN for anything other than a plain number from 0 up. */
function positive(text: string): number {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
}
