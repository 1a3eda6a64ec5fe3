/** A team's own OpenTelemetry collector. */
export interface Collector {
  /** Of the metrics endpoint, whole. */
  readonly url: string;
  /** Such as the token that it asks for: they are sent and never shown. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Thrown for a URL or headers that cannot be used; the message shows neither a header nor its value. */
export class CollectorError extends Error {}

/**
 * Reads --otlp and OTEL_EXPORTER_OTLP_HEADERS ("name=value,name=value", values percent-encoded). A URL without a path
 * gets the protocol's own, /v1/metrics. Throws a {@link CollectorError}.
 */
export function readCollector(url: string, headers: string | undefined): Collector {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !['http:', 'https:'].includes(parsed.protocol)) {
    throw new CollectorError('--otlp is no address; accepted: http://HOST:4318 or https://HOST/v1/metrics');
  }
  if (parsed.username !== '' || parsed.password !== '') {
    throw new CollectorError(
      '--otlp holds a user or password, which every process of this machine could read; accepted: ' +
        'OTEL_EXPORTER_OTLP_HEADERS="Authorization=Basic%20…" in the environment',
    );
  }
  if (parsed.pathname === '/') parsed.pathname = '/v1/metrics';
  return { url: parsed.href, headers: readHeaders(headers ?? '') };
}

function readHeaders(text: string): Record<string, string> {
  const entries = text.split(',').filter((entry) => entry.trim() !== '');
  const headers = Object.fromEntries(
    entries.map((entry): [string, string] => {
      const at = entry.indexOf('=');
      return at < 1 ? ['', ''] : [decoded(entry.slice(0, at)), decoded(entry.slice(at + 1))];
    }),
  );
  try {
    new Headers(headers);
  } catch {
    throw new CollectorError(
      'OTEL_EXPORTER_OTLP_HEADERS cannot be read; accepted: NAME=VALUE,NAME=VALUE with values percent-encoded',
    );
  }
  return headers;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.trim());
  } catch {
    return text.trim();
  }
}

/** The address without what may be a secret. */
export function shownUrl({ url }: Collector): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}
