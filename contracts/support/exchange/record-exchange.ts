import type { RecordedExchange, RecordedHeaders } from '../../../schemas/generated/types';
import { curlCommand } from './curl';
import type { Exchange, SentRequest } from './exchange';
import type { Redact } from './redact';
import {
  redactFields,
  redactHeaders,
  usualRedaction,
  type Redaction,
} from '../../../schemas/target/redaction';

/** Characters of a body that a run folder keeps. */
const keptBodyLength = 4_096;

/** An exchange as files and reports show it: redacted, bodies cut to 4 kB, with a curl command. */
export function recordExchange(
  exchange: Exchange,
  redact: Redact,
  redaction: Redaction = usualRedaction,
): RecordedExchange {
  const { response, failure } = exchange;
  const request = withoutFields(exchange.request, redaction);
  return {
    request: {
      method: request.method,
      url: redact(request.url),
      headers: recordHeaders(request.headers, redact),
      body: request.body === undefined ? null : cut(redact(request.body)),
    },
    response:
      response === undefined
        ? null
        : {
            status: response.status,
            headers: redactHeaders(recordHeaders(response.headers, redact), redaction),
            body: cut(redactFields(redact(response.text), redaction)),
            bodyBytes: response.bytes,
            durationMs: Math.round(response.durationMs * 10) / 10,
          },
    ...(failure === undefined ? {} : { error: redact(failure.message) }),
    curl: curlCommand(request, redact),
  };
}

/** Some requests send back what an answer held. */
function withoutFields(request: SentRequest, redaction: Redaction): SentRequest {
  return request.body === undefined ? request : { ...request, body: redactFields(request.body, redaction) };
}

function recordHeaders(
  headers: Readonly<Record<string, string | readonly string[]>>,
  redact: Redact,
): RecordedHeaders {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, redact([value].flat().join(', '))]),
  );
}

function cut(text: string): string {
  return text.length <= keptBodyLength
    ? text
    : `${text.slice(0, keptBodyLength)}… (${text.length - keptBodyLength} characters more)`;
}
