import type {
  ContractResult,
  LoadResult,
  RecordedExchange,
  RecordedHeaders,
} from '../../schemas/generated/types';
import {
  isRedactedPlace,
  redacted,
  redactFields,
  redactHeaders,
  redactValues,
  usualRedaction,
  type Redaction,
} from '../../schemas/target/redaction';
import type { Run } from './run';

/** The run with secrets and personal data blanked. The recorders blank them too: this is the second lock. */
export function redactRun(run: Run, redaction: Redaction = usualRedaction): Run {
  return {
    ...run,
    contract: run.contract && redactContract(run.contract, redaction),
    load: run.load && redactLoad(run.load, redaction),
  };
}

function redactContract(contract: ContractResult, redaction: Redaction): ContractResult {
  const violations = contract.violations.map((violation) => ({
    ...violation,
    message: safe(violation.message, violation.pointer, redaction),
    received: safe(violation.received, violation.pointer, redaction),
    documented: safe(violation.documented, violation.pointer, redaction),
    exchange: redactExchange(violation.exchange, redaction),
  }));
  return { ...contract, violations };
}

function safe(text: string, pointer: string | undefined, redaction: Redaction): string {
  const plain = redactText(text, redaction);
  return isRedactedPlace(pointer, redaction) ? redactValues(plain) : plain;
}

function redactLoad(load: LoadResult, redaction: Redaction): LoadResult {
  const violations = load.verified.violations.map((violation) => ({
    ...violation,
    message: redactText(violation.message, redaction),
    ...(violation.example && { example: redactExchange(violation.example, redaction) }),
  }));
  return { ...load, verified: { ...load.verified, violations } };
}

function redactExchange(exchange: RecordedExchange, redaction: Redaction): RecordedExchange {
  const { request, response } = exchange;
  return {
    ...exchange,
    curl: redactText(exchange.curl, redaction),
    request: {
      ...request,
      headers: redactAllHeaders(request.headers, redaction),
      body: request.body === null ? null : redactText(request.body, redaction),
    },
    response: response && {
      ...response,
      headers: redactAllHeaders(response.headers, redaction),
      body: redactText(response.body, redaction),
    },
  };
}

function redactAllHeaders(headers: RecordedHeaders, redaction: Redaction): RecordedHeaders {
  const entries = Object.entries(headers).map(([name, value]): [string, string] => [
    name,
    redactText(value, redaction),
  ]);
  return redactHeaders(Object.fromEntries(entries), redaction);
}

function redactText(text: string, redaction: Redaction): string {
  // A variable ($TOKEN) is how a curl command names its token: it is no secret.
  const withoutTokens = text.replace(/\b(Bearer|Basic)\s+(?!\$)[\w.~+/=-]{4,}/gi, `$1 ${redacted}`);
  return redactFields(withoutTokens, redaction);
}
