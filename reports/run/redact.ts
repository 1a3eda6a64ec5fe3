import type {
  ContractResult,
  LoadResult,
  RecordedExchange,
  RecordedHeaders,
} from '../../schemas/generated/types';
import type { Run } from './run';

/** What a report never shows, names in lower case. */
export interface Redaction {
  readonly headers: readonly string[];
  /** JSON properties, at any depth of a recorded body. */
  readonly fields: readonly string[];
}

const defaultRedaction: Redaction = {
  headers: ['authorization', 'proxy-authorization', 'cookie', 'set-cookie', 'x-api-key'],
  fields: ['email', 'email_tmp', 'customer_id', 'token', 'access_token', 'password'],
};

const blank = '[redacted]';

/** The run with secrets and personal data blanked. The recorders blank them too: this is the second lock. */
export function redactRun(run: Run, redaction: Redaction = defaultRedaction): Run {
  return {
    ...run,
    contract: run.contract && redactContract(run.contract, redaction),
    load: run.load && redactLoad(run.load, redaction),
  };
}

function redactContract(contract: ContractResult, redaction: Redaction): ContractResult {
  const violations = contract.violations.map((violation) => ({
    ...violation,
    message: redactText(violation.message, redaction),
    received: isRedactedPointer(violation.pointer, redaction)
      ? redactString(violation.received)
      : redactText(violation.received, redaction),
    exchange: redactExchange(violation.exchange, redaction),
  }));
  return { ...contract, violations };
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
      headers: redactHeaders(request.headers, redaction),
      body: request.body === null ? null : redactText(request.body, redaction),
    },
    response: response && {
      ...response,
      headers: redactHeaders(response.headers, redaction),
      body: redactText(response.body, redaction),
    },
  };
}

function redactHeaders(headers: RecordedHeaders, redaction: Redaction): RecordedHeaders {
  const entries = Object.entries(headers).map(([name, value]): [string, string] => [
    name,
    redaction.headers.includes(name.toLowerCase()) ? blank : redactText(value, redaction),
  ]);
  return Object.fromEntries(entries);
}

/** Works on text, not on parsed JSON: excerpts are cut, and a provider may send anything. */
function redactText(text: string, { fields }: Redaction): string {
  // A variable ($TOKEN) is how a curl command names its token: it is no secret.
  const withoutTokens = text.replace(/\b(Bearer|Basic)\s+(?!\$)[\w.~+/=-]{4,}/gi, `$1 ${blank}`);
  if (fields.length === 0) return withoutTokens;
  const property = new RegExp(`("(?:${fields.join('|')})"\\s*:\\s*)"(?:[^"\\\\]|\\\\.)*("|$)`, 'gi');
  return withoutTokens.replace(property, `$1"${blank}"`);
}

function isRedactedPointer(pointer: string | undefined, { fields }: Redaction): boolean {
  return pointer !== undefined && fields.includes(pointer.split('/').at(-1)?.toLowerCase() ?? '');
}

/** What was wrong with a secret's type stays readable: only text is blanked. */
function redactString(received: string): string {
  return /^(null|true|false|-?\d+(\.\d+)?|undefined|absent|missing|nothing|\[\]|\{\})$/.test(received)
    ? received
    : blank;
}
