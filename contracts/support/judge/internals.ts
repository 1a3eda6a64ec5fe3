import type { ReceivedResponse, SentRequest } from '../exchange/exchange';
import { broken, held, type Finding } from './finding';

/** Traces of PHP, Java, JavaScript, Python, Go, .NET and Ruby. */
const stackTraces = [
  /^\s*#\d+ .+\(\d+\)(: |$)/m,
  /\bat [\w$.<>/]+\([\w$-]+\.(java|kt|scala):\d+\)/,
  /^\s+at .+[(: ].+:\d+:\d+\)?$/m,
  /Traceback \(most recent call last\)/,
  /\bgoroutine \d+ \[\w+/,
  /^\s+at [\w.<>`]+\(.*\) in .+:line \d+/m,
  /[\w/.-]+\.rb:\d+:in [`']/,
];

/** Signs that would be an accusation in a text that people wrote, which a 200 carries. */
const looseStackTraces = [
  /\b(stack ?trace|Exception in thread)\b.*:/i,
  /"(trace|stack|stacktrace|stackTrace)"\s*:\s*(\[\s*[{"]|"[^"]*:\d+)/,
];

/** Absolute paths of the folders in which servers keep code, and source files with their line. */
const filePaths = [
  /(?:^|[\s"'(=:[])(\/(?:var|home|usr|srv|opt|root|etc|Users|private|mnt|app|workspace)\/[\w.@-]+(?:\/[\w.@-]+)+)/m,
  /(?:^|[\s"'(=[])([A-Za-z]:\\{1,2}[\w.-]+\\{1,2}[\w .\\-]+)/m,
  /(?:^|[\s"'(=:[])(\/?[\w.@/-]*(?:node_modules|vendor|site-packages)\/[\w.@/-]+)/m,
  /(?:^|[\s"'(=[])(\/[\w.@/-]+\.(?:php|py|rb|js|ts|mjs|cjs|java|kt|go|rs|cs|ex):\d+)/m,
];

/** A shorter token would be found in any text by chance. */
const shortestSecret = 8;

/**
 * Whether an answer shows internals (ledger entry 16). The documented texts of a 200 are the
 * business of the people who chat, so a 200 is searched for the token alone and for traces.
 */
export function judgeInternals(
  request: SentRequest,
  response: ReceivedResponse,
  secrets: readonly string[],
): Finding[] {
  const text = readable(response);
  const traces = response.status === 200 ? stackTraces : [...stackTraces, ...looseStackTraces];
  const trace = traces.map((pattern) => pattern.exec(text)?.[0]).find((match) => match !== undefined);
  const path = response.status === 200 ? undefined : firstPath(text, request);
  const token = secrets.find((secret) => secret.length >= shortestSecret && text.includes(secret));
  return [
    shows('any/answer/stack-trace', 'a stack trace', trace),
    shows('any/answer/file-path', 'a file path', path),
    shows('any/answer/token', 'the token', token),
  ];
}

/** Header values and the body, with JSON's escapes undone where they hide line ends and slashes. */
function readable({ headers, text }: ReceivedResponse): string {
  const unescaped = text.includes('\\') ? text.replaceAll('\\n', '\n').replaceAll('\\/', '/') : '';
  return [...Object.values(headers), text, unescaped].join('\n');
}

function firstPath(text: string, request: SentRequest): string | undefined {
  const ownPath = new URL(request.url).pathname;
  return filePaths
    .flatMap((pattern) => [...text.matchAll(new RegExp(pattern, 'gm'))].map((match) => match[1]))
    .find((path) => path !== undefined && !isOwnPath(path, ownPath));
}

/** A "not found" may repeat the path that was asked for. */
function isOwnPath(path: string, ownPath: string): boolean {
  return ownPath.startsWith(path) || path.startsWith(ownPath);
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
