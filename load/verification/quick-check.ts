const idProperty = '"id_chatroom":';
const valueProperty = '"established_dialogue":';

/** Ledger entry 20, in characters: a body may have more bytes, and never fewer. */
export const bodyLimit = 10 * 1024 * 1024;

/**
 * Looks at a body without parsing it, which is what keeps the generator cheap: it is one object with the
 * requested id_chatroom, and its only established_dialogue is the value sent, in UTC. False says nothing is
 * wrong yet, only that the body has to be parsed to know.
 */
export function looksRight(body: string, chatroom: number, value: string): boolean {
  // Most bodies begin with their id. In others the first id may be a pivot's, so each has to be the requested
  // one; those of pivots are otherwise left to the sample.
  if (!body.startsWith(`{"id_chatroom":${chatroom},`) && !everyIdIs(body, String(chatroom))) return false;
  if (body.length > bodyLimit) return false;
  const at = body.indexOf(valueProperty);
  // Most bodies that were cut off end in something else, and would not parse.
  if (at === -1 || !body.endsWith('}')) return false;
  const start = at + valueProperty.length;
  if (body.startsWith(`"${value}"`, start)) return !body.includes(valueProperty, start);
  return valueIs(body, value, start) && !body.includes(valueProperty, start);
}

function everyIdIs(body: string, id: string): boolean {
  if (body.charCodeAt(0) !== 123) return false;
  let at = body.indexOf(idProperty);
  if (at === -1) return false;
  while (at !== -1) {
    const start = afterSpace(body, at + idProperty.length);
    const end = start + id.length;
    if (!body.startsWith(id, start) || !endsNumber(body.charCodeAt(end))) return false;
    at = body.indexOf(idProperty, end);
  }
  return true;
}

/** Accepts 2023-10-06T13:41:09.123, then zeros, then Z or +00:00. */
function valueIs(body: string, value: string, at: number): boolean {
  const start = afterSpace(body, at);
  if (!body.startsWith(`"${value.slice(0, -1)}`, start)) return false;
  let end = start + value.length;
  while (body.charCodeAt(end) === 48) end++;
  return body.startsWith('Z"', end) || body.startsWith('+00:00"', end);
}

function afterSpace(body: string, at: number): number {
  return body.charCodeAt(at) === 32 ? at + 1 : at;
}

/** A comma, a brace, or white space. */
function endsNumber(code: number): boolean {
  return code === 44 || code === 125 || code === 32 || code === 10 || code === 13;
}
