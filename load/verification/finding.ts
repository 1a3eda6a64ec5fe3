/** What was found wrong in one answer; findings with equal check, pointer and cause are one violation. */
export interface Finding {
  readonly check: Check;
  /** A JSON pointer into the body, with * in place of positions. */
  readonly pointer: string;
  /** Tells findings of one check apart: a status, a schema keyword, k6's error code. Never free text. */
  readonly cause: string;
}

export type Check =
  'no answer' | 'status' | 'body' | 'own id' | 'own value' | 'stored value' | 'schema' | 'content type';

const documentedStatuses = '200, 401, 403, 404, 422';

/** A sentence for a report: what was received and what the documentation promises. */
export function describeFinding({ check, pointer, cause }: Finding): string {
  switch (check) {
    case 'no answer':
      return `no complete answer came (${noAnswerCause(cause)})`;
    case 'status':
      return documentedStatuses.includes(cause)
        ? `received ${cause} for a valid request; documented 200`
        : `received ${cause}; documented ${documentedStatuses}`;
    case 'body':
      return cause === 'too large' ? 'a 200 with a body above 10 MB' : `a ${cause} whose body is not JSON`;
    case 'own id':
      return `${pointer} is not the id of the requested chatroom`;
    case 'own value':
      return `${pointer} is not the instant that this request wrote`;
    case 'stored value':
      return `${pointer} is not the instant that the chatroom's only writer wrote last`;
    case 'schema':
      return `${pointer === '' ? 'the body' : pointer} does not match its schema (${cause})`;
    case 'content type':
      return `a ${cause} whose Content-Type is not application/json`;
  }
}

/** k6's error codes, by their documented groups. */
function noAnswerCause(code: string): string {
  const known: Record<string, string> = {
    '1000': 'it broke off, or was no HTTP',
    '1050': 'timeout',
    '1101': 'host name not found',
    '1200': 'TCP error',
    '1211': 'connecting timed out',
    '1212': 'connection refused',
    '1220': 'connection reset',
  };
  return known[code] ?? `k6 error code ${code}`;
}
