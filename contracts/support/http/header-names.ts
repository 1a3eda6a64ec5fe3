import type { ClientRequest } from 'node:http';

/** Gives the headers of a request the names that they were sent under: Pactum's client writes all of them in lower case. */
export function nameHeaders(
  request: ClientRequest,
  headers: Readonly<Record<string, string | readonly string[]>>,
): void {
  for (const name of Object.keys(headers)) {
    const value = request.getHeader(name);
    if (value !== undefined) request.setHeader(name, value);
  }
}
