/** Causes by the error codes of Node's network layer. */
const causes: readonly (readonly [RegExp, (baseUrl: string) => string])[] = [
  [/^ECONNREFUSED$/, () => 'nothing listens there: the API is down, or the port is another.'],
  [
    /^(ENOTFOUND|EAI_AGAIN)$/,
    (baseUrl) =>
      `the name ${new URL(baseUrl).hostname} does not resolve: a typing error, or a network or VPN that is not connected.`,
  ],
  [
    /^(EHOSTUNREACH|ENETUNREACH|ECONNABORTED)$/,
    () => 'there is no way to that network: a VPN that is not connected, or a firewall.',
  ],
  [/^CERT_HAS_EXPIRED$/, () => 'the TLS certificate has expired.'],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, () => 'the TLS certificate belongs to another host name.'],
  [
    /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_)/,
    () =>
      'the TLS certificate is not signed by an authority that Node trusts; NODE_EXTRA_CA_CERTS can name one.',
  ],
  [/^(EPROTO|ERR_SSL_)/, () => 'the TLS handshake failed: perhaps the port speaks plain http.'],
  [
    /^(ECONNRESET|UND_ERR_SOCKET|EPIPE)$/,
    () =>
      'the connection was closed without an answer: perhaps the port speaks another protocol, or a proxy is in between.',
  ],
  [
    /^HPE_|^UND_ERR_RESPONSE/,
    () => 'the answer is not HTTP: perhaps the port speaks TLS or another protocol.',
  ],
];

/** Says why a request got no answer, with the likely cause, for somebody who did not write the suite. */
export function likelyCause(error: unknown, baseUrl: string, timeLimitMs: number): string {
  if (isTimeout(error)) {
    return `${baseUrl} gave no complete answer within ${timeLimitMs / 1_000} s. Likely cause: a firewall that drops packets, or an API that hangs.`;
  }
  const { code, message } = rootOf(error);
  const [, cause] = causes.find(([pattern]) => pattern.test(code)) ?? [];
  const likely = cause === undefined ? '' : ` Likely cause: ${cause(baseUrl)}`;
  return `${baseUrl} cannot be reached: ${code === '' ? message : code}.${likely}`;
}

/** An aborted request has the signal's reason as its cause. */
export function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === 'TimeoutError' || isTimeout(error.cause));
}

/** A connection that was tried on several addresses wraps what happened on each. */
function rootOf(error: unknown): { code: string; message: string } {
  if (error instanceof AggregateError && error.errors.length > 0) return rootOf(error.errors[0]);
  if (!(error instanceof Error)) return { code: '', message: String(error) };
  return { code: (error as NodeJS.ErrnoException).code ?? '', message: error.message };
}
