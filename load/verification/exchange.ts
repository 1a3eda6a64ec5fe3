import type { RecordedExchange } from '../../schemas/generated/types';

import { secretForms } from '../../schemas/target/secret-forms';
import { redactFields, redactHeaders, usualRedaction, type Redaction } from '../../schemas/target/redaction';

const bodyLimit = 4_096;

export interface SentRequest {
  readonly url: string;
  readonly brand: number;
  readonly body: string;
}

export interface ReceivedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly error: string;
  readonly durationMs: number;
}

/** An exchange for a report: the token is replaced by $POPSELL_TOKEN wherever it stands, and personal data is blanked. */
export function recordExchange(
  sent: SentRequest,
  received: ReceivedAnswer,
  token: string,
  redaction: Redaction = usualRedaction,
): RecordedExchange {
  const forms = secretForms(token);
  const redact = (text: string): string =>
    forms.reduce((rest, form) => rest.split(form).join('$POPSELL_TOKEN'), text);
  const headers = {
    Authorization: 'Bearer $POPSELL_TOKEN',
    'X-Popsell-Brand': String(sent.brand),
    'Content-Type': 'application/json',
    Accept: 'application/json',
  };
  const answered = received.status !== 0;
  return {
    request: { method: 'PATCH', url: redact(sent.url), headers, body: redact(sent.body) },
    response: answered
      ? {
          status: received.status,
          headers: redactHeaders(redactAll(received.headers, redact), redaction),
          body: redactFields(redact(received.body), redaction).slice(0, bodyLimit),
          bodyBytes: utf8Bytes(received.body),
          durationMs: received.durationMs,
        }
      : null,
    ...(answered ? {} : { error: redact(received.error) }),
    curl: curlOf(redact(sent.url), headers, redact(sent.body)),
  };
}

function redactAll(
  headers: Readonly<Record<string, string>>,
  redact: (text: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, redact(value)]));
}

/** A command that runs as it is in a POSIX shell where POPSELL_TOKEN is set. */
function curlOf(url: string, headers: Readonly<Record<string, string>>, body: string): string {
  const headerArguments = Object.entries(headers).map(([name, value]) =>
    // Only the token's header is in double quotes: there the shell puts the token in.
    name === 'Authorization' ? `-H "${name}: ${value}"` : `-H ${quote(`${name}: ${value}`)}`,
  );
  return ['curl -i -X PATCH', quote(url), ...headerArguments, `--data ${quote(body)}`].join(' \\\n  ');
}

function quote(text: string): string {
  return `'${text.replace(/'/g, `'\\''`)}'`;
}

/** k6 has no TextEncoder. */
function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
