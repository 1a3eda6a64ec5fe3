/** What goes back to the client. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Text and bytes go out as they are, undefined is no body, anything else becomes JSON. */
  readonly body: unknown;
}

const json = { 'content-type': 'application/json; charset=utf-8' };

export function jsonAnswer(status: number, body: unknown): Answer {
  return { status, headers: json, body };
}

export function unauthorized(): Answer {
  return jsonAnswer(401, { message: 'Unauthorized.' });
}

export function forbidden(): Answer {
  return jsonAnswer(403, { message: "You don't have permission to access this route." });
}

export function notFound(): Answer {
  return jsonAnswer(404, { message: 'Not found.' });
}

/** A 405 owes the Allow header (RFC 9110, section 15.5.6). */
export function methodNotAllowed(allowed: string): Answer {
  const { headers, ...answer } = jsonAnswer(405, { message: `Method not allowed; ${allowed} is.` });
  return { ...answer, headers: { ...headers, allow: allowed } };
}

/** A 422 that names one field, in the documented form. */
export function unprocessable(field: string, detail: string): Answer {
  return jsonAnswer(422, { message: detail, errors: { [field]: [detail] } });
}
