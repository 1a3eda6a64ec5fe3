import type { PlannedRequest } from '../traffic/planned-request';
import { ownFindings } from './body-check';
import type { Finding } from './finding';
import { bodyLimit, looksRight } from './quick-check';
import { schemaFindings } from './schema-check';
import type { BodyValidator, BodyValidators } from './validators';

/** What is needed of an answer: the part of k6's response that says it, under k6's names. */
export interface Answer {
  /** 0: no answer came. */
  readonly status: number;
  /** Null: none came. */
  readonly body: string | null;
  /** k6's number for the reason that no answer came. */
  readonly error_code: number;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Checked {
  readonly findings: readonly Finding[];
  /**
   * Why the body was validated against its whole schema, if it was. Only the random sample says something
   * about the bodies that were not.
   */
  readonly validated: 'sample' | 'suspect' | undefined;
}

const tooLarge: Finding = { check: 'body', pointer: '', cause: 'too large' };

const nothingWrong: Checked = { findings: [], validated: undefined };

/**
 * Verifies one answer to a valid request. Every 200: its own id and its own value, cheaply. A sample, and
 * everything that is not 200, against the whole schema. 429 is no finding: the target asks for less.
 */
export function checkAnswer(answer: Answer, request: PlannedRequest, validators: BodyValidators): Checked {
  const { status } = answer;
  if (status === 200) {
    const quick = looksRight(answer.body ?? '', request.chatroom, request.value);
    return quick && !request.sampled ? nothingWrong : check200(answer, request, validators.chatroom);
  }
  if (status === 429) return nothingWrong;
  if (status === 0) {
    const cause = String(answer.error_code);
    return { findings: [{ check: 'no answer', pointer: '', cause }], validated: undefined };
  }
  const rejected = checkRejection(answer, validators);
  return {
    findings: [{ check: 'status', pointer: '', cause: String(status) }, ...rejected.findings],
    validated: rejected.validated,
  };
}

function check200(answer: Answer, request: PlannedRequest, validate: BodyValidator): Checked {
  if ((answer.body ?? '').length > bodyLimit) return { findings: [tooLarge], validated: undefined };
  const parsed = parse(answer.body);
  const validated = request.sampled ? 'sample' : 'suspect';
  if (parsed === undefined) return { findings: [notJson(200)], validated };
  const own = ownFindings(parsed.value, request);
  if (own.length === 0 && !request.sampled) return nothingWrong;
  return {
    findings: [...own, ...contentTypeFindings(answer), ...schemaFindings(validate, parsed.value)],
    validated,
  };
}

/** Bodies of 401 and 422 are documented. 403 and 404 document none, but declared JSON must parse (policy 14). */
function checkRejection(answer: Answer, validators: BodyValidators): Checked {
  const { status } = answer;
  const validate =
    status === 401 ? validators.unauthorized : status === 422 ? validators.validationError : undefined;
  const declaresJson = (status === 403 || status === 404) && isJson(answer) && (answer.body ?? '') !== '';
  if (validate === undefined && !declaresJson) return nothingWrong;
  const parsed = parse(answer.body);
  if (parsed === undefined) return { findings: [notJson(status)], validated: 'suspect' };
  if (validate === undefined) return { findings: [], validated: 'suspect' };
  return {
    findings: [...contentTypeFindings(answer), ...schemaFindings(validate, parsed.value)],
    validated: 'suspect',
  };
}

function contentTypeFindings(answer: Answer): Finding[] {
  if (isJson(answer)) return [];
  return [{ check: 'content type', pointer: '', cause: String(answer.status) }];
}

function isJson({ headers }: Answer): boolean {
  return /^application\/json\s*(;|$)/i.test(headers['Content-Type'] ?? '');
}

function notJson(status: number): Finding {
  return { check: 'body', pointer: '', cause: String(status) };
}

function parse(text: string | null): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text ?? '') as unknown };
  } catch {
    return undefined;
  }
}
