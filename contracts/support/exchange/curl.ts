import type { Redact } from './redact';
import type { SentRequest } from './exchange';

/**
 * The request as a POSIX shell command. Secrets are read from the environment; headers that curl
 * would add on its own are taken away where the request had none.
 */
export function curlCommand(request: SentRequest, redact: Redact): string {
  const names = new Set(Object.keys(request.headers).map((name) => name.toLowerCase()));
  // --compressed asks for the encodings that curl can undo, and undoes them.
  const compressed = names.has('accept-encoding') ? ' --compressed' : '';
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    name.toLowerCase() === 'accept-encoding' ? [] : [value].flat().map((one) => headerLine(name, one)),
  );
  const parts = [
    `curl -i${compressed} --globoff --path-as-is -X ${request.method} ${quote(request.url, redact)}`,
    ...headers.map((header) => `-H ${quote(header, redact)}`),
    ...(names.has('accept') ? [] : ["-H 'Accept:'"]),
    ...(names.has('content-type') || request.body === undefined ? [] : ["-H 'Content-Type:'"]),
    ...(request.body === undefined ? [] : [`--data-raw ${quote(request.body, redact)}`]),
  ];
  return parts.join(' \\\n  ');
}

/** "Name;" is how curl sends a header without a value. */
function headerLine(name: string, value: string): string {
  return value === '' ? `${name};` : `${name}: ${value}`;
}

/** As one word of the shell. A variable is only read inside double quotes. */
function quote(text: string, redact: Redact): string {
  const redacted = redact(text);
  if (redacted === text) return `'${text.replaceAll("'", `'\\''`)}'`;
  return `"${redacted.replace(/["\\`]|\$(?!\{?POPSELL_)/g, '\\$&')}"`;
}
