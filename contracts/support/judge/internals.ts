import type { Chatroom } from '../../../schemas/generated/types';
import { secretForms, shortestSecret } from '../../../schemas/target/secret-forms';
import type { ReceivedResponse, SentRequest } from '../exchange/exchange';
import { parseJson } from '../exchange/parse-json';
import { broken, held, type Finding } from './finding';
import { filePathIn, sourceFileIn } from './file-path';
import { undocumentedIn } from './undocumented';
import { stackTraceIn } from './stack-trace';

/**
 * Whether an answer shows internals (ledger entry 16). The documented texts of a 200 are the
 * business of the people who chat, so a 200 is searched for the token, for traces outside of a comment and a summary, and
 * what is not documented in it for source files.
 */
export function judgeInternals(
  request: SentRequest,
  response: ReceivedResponse,
  secrets: readonly string[],
): Finding[] {
  const texts = readable(response);
  const quotable = texts.map((text) => hideSecrets(text, secrets));
  const isChat = response.status === 200;
  const token = texts.some((text, index) => text !== quotable[index]) ? 'the token' : undefined;
  const traceIn = (some: readonly string[]): string | undefined =>
    firstOf(some, (text) => stackTraceIn(text, isChat));
  const trace = traceIn(quotable);
  const mayBePeoples = isChat && trace !== undefined;
  return [
    shows(
      'any/answer/stack-trace',
      'a stack trace',
      mayBePeoples ? traceIn(withoutPeoplesTexts(response, secrets)) : trace,
    ),
    shows(
      'any/answer/file-path',
      'a file path',
      isChat
        ? sourceFileBeside(response)
        : firstOf(quotable.slice(-1), (text) => filePathIn(text, new URL(request.url))),
    ),
    shows('any/answer/token', 'the token', token),
  ];
}

/** A 200 without a comment and a summary: who chats about programs may quote a trace in them. */
function withoutPeoplesTexts(response: ReceivedResponse, secrets: readonly string[]): string[] {
  const parsed = parseJson(response.text);
  const chatroom = parsed.ok ? (parsed.value as Partial<Chatroom> | null) : undefined;
  const written = [chatroom?.last_rating?.comment, chatroom?.last_summary?.summary];
  const isWritten = (value: unknown): boolean => typeof value === 'string' && written.includes(value);
  const text = parsed.ok
    ? JSON.stringify(parsed.value, (_, value: unknown) => (isWritten(value) ? '' : value))
    : response.text;
  return readable({ ...response, text }).map((one) => hideSecrets(one, secrets));
}

/** A source file in the headers of a 200, or in what no page documents of its body. */
function sourceFileBeside({ status, headers, text }: ReceivedResponse): string | undefined {
  const parsed = parseJson(text);
  const beside = status === 200 && parsed.ok ? undocumentedIn(status, parsed.value) : [];
  return firstOf([...Object.values(headers), ...beside], sourceFileIn);
}

/**
 * The text with every secret taken out, in base64 and percent-encoded as well, so that a part of it can be quoted. In any case: an
 * answer that shows the token in capitals shows it.
 */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  const lower = lowerCase(text);
  return secrets
    .filter((secret) => secret.length >= shortestSecret)
    .flatMap(formsOf)
    .filter((form) => lower.includes(form))
    .reduce((rest, form) => withoutForm(rest, form), text);
}

/** @param form in lower case */
function withoutForm(text: string, form: string): string {
  const lower = lowerCase(text);
  let [from, hidden] = [0, ''];
  for (let at = lower.indexOf(form); at !== -1; at = lower.indexOf(form, from)) {
    hidden += `${text.slice(from, at)}(the token)`;
    from = at + form.length;
  }
  return hidden + text.slice(from);
}

/** Each character stays at its place: the lower case of some capitals is longer than they are. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replaceAll(/[A-Z]+/g, (some) => some.toLowerCase());
}

/** The same few secrets are looked for in every answer. */
const knownForms = new Map<string, readonly string[]>();

/** In lower case. */
function formsOf(secret: string): readonly string[] {
  const forms = knownForms.get(secret) ?? [...new Set(secretForms(secret).map(lowerCase))];
  knownForms.set(secret, forms);
  return forms;
}

/** The status text, header values and the body: as they came, then with JSON's escapes undone, which hide line ends and slashes. */
function readable({ statusText = '', headers, text }: ReceivedResponse): string[] {
  const before = [statusText, ...Object.values(headers)];
  const whole = [...before, text].join('\n');
  return text.includes('\\') && /^\s*[{["]/.test(text)
    ? [whole, [...before, unescapeJson(text)].join('\n')]
    : [whole];
}

const controls: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** Also for JSON that does not parse. */
function unescapeJson(text: string): string {
  return text.replaceAll(/\\(?:u([\da-fA-F]{4})|(.))/g, (_, code: string | undefined, character: string) =>
    code === undefined ? (controls[character] ?? character) : String.fromCharCode(parseInt(code, 16)),
  );
}

function firstOf(texts: readonly string[], find: (text: string) => string | undefined): string | undefined {
  return texts.map(find).find((found) => found !== undefined);
}

function shows(obligation: string, what: string, found: string | undefined): Finding {
  if (found === undefined) return held(obligation);
  return broken({
    obligation,
    cause: 'shown',
    message: `the answer shows ${what}`,
    received: found.trim().slice(0, 200),
    documented: 'no stack trace, file path or token',
  });
}
