import type { Redact } from './redact';
import type { SentRequest } from './exchange';

/**
 * The request as a POSIX shell command. Secrets are read from the environment; headers that curl
 * would add on its own are taken away where the request had none.
 */
export function curlCommand(request: SentRequest, redact: Redact): string {
  const names = new Set(Object.keys(request.headers).map((name) => name.toLowerCase()));
  const headers = [
    ...Object.entries(request.headers).flatMap(([name, value]) =>
      [value].flat().map((one) => headerOption(name, one)),
    ),
    ...(names.has('accept') ? [] : ["-H 'Accept:'"]),
    ...(names.has('content-type') || request.body === undefined ? [] : ["-H 'Content-Type:'"]),
  ];
  const parts = [
    `curl -i --path-as-is -X ${request.method} ${quote(redact(request.url), redact(request.url) !== request.url)}`,
    ...headers.map((header) => redactOption(header, redact)),
    ...(request.body === undefined ? [] : [redactOption(`--data-raw ${quote(request.body)}`, redact)]),
  ];
  return parts.join(' \\\n  ');
}

function headerOption(name: string, value: string): string {
  // "Name;" is how curl sends a header without a value.
  return value === '' ? `-H ${quote(`${name};`)}` : `-H ${quote(`${name}: ${value}`)}`;
}

/** A variable is only read inside double quotes. */
function redactOption(option: string, redact: Redact): string {
  const redacted = redact(option);
  if (redacted === option) return option;
  const [flag = '', ...rest] = redacted.split(' ');
  return `${flag} ${quote(unquote(rest.join(' ')), true)}`;
}

function quote(text: string, withVariables = false): string {
  if (withVariables) return `"${text.replace(/["\\`]|\$(?!POPSELL_)/g, '\\$&')}"`;
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function unquote(quoted: string): string {
  return quoted.slice(1, -1).replaceAll(`'\\''`, "'");
}
