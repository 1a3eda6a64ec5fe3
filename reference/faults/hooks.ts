import { parseDateTime, parseDocumentedForm, type Instant } from '../../schemas/formats/date-time';
import { jsonAnswer, type Answer } from '../answers/answer';
import type { Change, CheckName } from '../behaviour';
import type { Call, Check } from '../call';
import { parseObject } from '../checks/update';
import type { StoredChatroom } from '../store/stored-chatroom';

/** The small hooks that faults and variants are made of: each replaces one seam and keeps the others. */

export type When = (call: Call, answer: Answer) => boolean;

export const always: When = () => true;
export const on =
  (...statuses: readonly number[]): When =>
  (_call, { status }) =>
    statuses.includes(status);

/** Rewrites answers, after all is decided and stored. */
export function rewriting(when: When, rewrite: (answer: Answer, call: Call) => Answer): Change {
  return ({ finish }) => ({
    finish: (answer, call) => {
      const finished = finish(answer, call);
      return when(call, finished) ? rewrite(finished, call) : finished;
    },
  });
}

/** Answers with another status, body and headers as they were. */
export function withStatus(status: number, when: When): Change {
  return rewriting(when, (answer) => ({ ...answer, status }));
}

/** Answers something else altogether. */
export function answering(answer: Answer, when: When): Change {
  return rewriting(when, () => answer);
}

/** Answers 500 without any internals. */
export function crashing(when: When): Change {
  return answering(jsonAnswer(500, { message: 'Server Error' }), when);
}

/** Rewrites the JSON object of an answer; the function may change the copy that it gets. */
export function rewritingBody(when: When, rewrite: (body: JsonObject, call: Call) => unknown): Change {
  return rewriting(when, (answer, call) => {
    const body = structuredClone(answer.body) as JsonObject;
    return { ...answer, body: rewrite(body, call) ?? body };
  });
}

export type JsonObject = Record<string, unknown>;

/** Adds or replaces headers, by their lower-case names. */
export function withHeaders(headers: Readonly<Record<string, string>>, when: When): Change {
  return rewriting(when, (answer) => ({ ...answer, headers: { ...answer.headers, ...headers } }));
}

/** Puts a check in the place of another; it gets the one that it replaces. */
export function replacingCheck(name: CheckName, replace: (honest: Check) => Check): Change {
  return ({ checks }) => ({ checks: { ...checks, [name]: replace(checks[name]) } });
}

/** Runs the checks in another order; those that are not named do not run. */
export function inOrder(...order: readonly CheckName[]): Change {
  return () => ({ order });
}

/** The `established_dialogue` of a request's body; undefined where there is none. */
export function sentValue({ body }: Call): unknown {
  return parseObject(body)?.['established_dialogue'];
}

/** The same as an instant; undefined where it is none. */
export function sentInstant(call: Call): Instant | undefined {
  const sent = sentValue(call);
  return typeof sent === 'string' ? (parseDateTime(sent) ?? parseDocumentedForm(sent)) : undefined;
}

/** The chatroom that a request names, whoever sent it. */
export function namedRoom({ id, store }: Call): StoredChatroom | undefined {
  return store.rooms.get(Number(id));
}
