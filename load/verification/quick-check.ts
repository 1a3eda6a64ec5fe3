const idProperty = '"id_chatroom":';
const valueProperty = '"established_dialogue":';

/**
 * Looks at a body without parsing it, which is what keeps the generator cheap: it is one object, every
 * id_chatroom in it is the requested one, and the first established_dialogue is the value sent, in UTC.
 * False says nothing is wrong yet, only that the body has to be parsed to know.
 */
export function looksRight(body: string, chatroom: number, value: string): boolean {
  return body.charCodeAt(0) === 123 && firstValueIs(body, value) && everyIdIs(body, String(chatroom));
}

function everyIdIs(body: string, id: string): boolean {
  let at = body.indexOf(idProperty);
  if (at === -1) return false;
  while (at !== -1) {
    let start = at + 14;
    if (body.charCodeAt(start) === 32) start++;
    const end = start + id.length;
    if (!body.startsWith(id, start) || !endsNumber(body.charCodeAt(end))) return false;
    at = body.indexOf(idProperty, end);
  }
  return true;
}

/** Accepts 2023-10-06T13:41:09.123, then zeros, then Z or +00:00. */
function firstValueIs(body: string, value: string): boolean {
  let start = body.indexOf(valueProperty);
  if (start === -1) return false;
  start += 23;
  if (body.charCodeAt(start) === 32) start++;
  if (!body.startsWith(`"${value.slice(0, -1)}`, start)) return false;
  let end = start + value.length;
  while (body.charCodeAt(end) === 48) end++;
  return body.startsWith('Z"', end) || body.startsWith('+00:00"', end);
}

/** A comma, a brace, or white space. */
function endsNumber(code: number): boolean {
  return code === 44 || code === 125 || code === 32 || code === 10 || code === 13;
}
