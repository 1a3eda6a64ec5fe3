const idProperty = '"id_chatroom"';
const valueProperty = '"established_dialogue"';

/**
 * Looks at a body without parsing it, which is what keeps the generator cheap: it is one object, every
 * id_chatroom in it is the requested one, and the first established_dialogue is the value sent, in UTC.
 * False says nothing is wrong yet, only that the body has to be parsed to know.
 */
export function looksRight(body: string, chatroom: number, value: string): boolean {
  return body.charCodeAt(0) === 123 && everyIdIs(body, String(chatroom)) && firstValueIs(body, value);
}

function everyIdIs(body: string, id: string): boolean {
  let at = body.indexOf(idProperty);
  if (at === -1) return false;
  while (at !== -1) {
    const start = valueStart(body, at + idProperty.length);
    const end = start + id.length;
    if (body.slice(start, end) !== id || !endsNumber(body.charCodeAt(end))) return false;
    at = body.indexOf(idProperty, end);
  }
  return true;
}

/** Accepts 2023-10-06T13:41:09.123, then zeros, then Z or +00:00. */
function firstValueIs(body: string, value: string): boolean {
  const at = body.indexOf(valueProperty);
  if (at === -1) return false;
  const start = valueStart(body, at + valueProperty.length);
  if (body.charCodeAt(start) !== 34) return false;
  const withoutZone = value.length - 1;
  if (body.slice(start + 1, start + 1 + withoutZone) !== value.slice(0, withoutZone)) return false;
  let end = start + 1 + withoutZone;
  while (body.charCodeAt(end) === 48) end++;
  const zone = body.slice(end, end + 2);
  return zone === 'Z"' || body.slice(end, end + 7) === '+00:00"';
}

/** Skips the colon and spaces between a property and its value. */
function valueStart(body: string, after: number): number {
  let at = after;
  for (;;) {
    const code = body.charCodeAt(at);
    if (code !== 58 && code !== 32) return at;
    at++;
  }
}

/** A comma, a brace, or white space. */
function endsNumber(code: number): boolean {
  return code === 44 || code === 125 || code === 32 || code === 10 || code === 13;
}
