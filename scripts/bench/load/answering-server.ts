import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { aChatroom } from '../../../load/verification/fixtures';

/**
 * Answers every PATCH with one chatroom of about 1.2 kB, in which only the requested id and the value sent are put
 * in: cheap enough that the generator is what a benchmark measures. A program of its own, so that its CPU is
 * nobody else's; prints its port, and ends with its parent.
 */
const idMark = 4_242_424_242;
const valueMark = 'VALUE';
const template = JSON.stringify(chatroomOf(idMark, valueMark)).split(new RegExp(`(${idMark}|${valueMark})`));

function chatroomOf(id: number, value: string): unknown {
  const [ambassador] = aChatroom()['ambassadors'] as Record<string, unknown>[];
  const pivots = [
    { id_chatroom: id, id_ambassador: 42, last_read_message: 42, is_blocked: true, archived: true },
  ];
  const ambassadors = [41, 42].map((id_ambassador) => ({
    ...ambassador,
    id_ambassador,
    chatroom_pivot_data: pivots.map((pivot) => ({ ...pivot, id_ambassador })),
  }));
  return aChatroom({ id_chatroom: id, ambassadors, established_dialogue: value });
}

const server = createServer((request, response) => {
  let sent = '';
  request.setEncoding('latin1');
  request.on('data', (chunk: string) => (sent += chunk));
  request.on('end', () => {
    const url = request.url ?? '';
    const id = url.slice(url.lastIndexOf('/') + 1);
    const value = sent.slice('{"established_dialogue":"'.length, -2);
    const body = template
      .map((part) => (part === String(idMark) ? id : part === valueMark ? value : part))
      .join('');
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
    response.end(body);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  console.log((server.address() as AddressInfo).port);
});
process.stdin.on('close', () => process.exit()).resume();
