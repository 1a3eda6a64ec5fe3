import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';

import { aChatroom } from '../../../load/verification/fixtures';
import type { ChatroomUpdate } from '../../../schemas/generated/types';

export interface RecordingServer {
  readonly baseUrl: string;
  /** "CHATROOM VALUE" of each request. */
  readonly received: readonly string[];
  readonly authorizations: ReadonlySet<string>;
  readonly close: () => Promise<void>;
}

/** Answers every PATCH rightly, after a time that depends on what is sent; keeps what was sent. */
export async function startRecordingServer(delayMs: (count: number) => number): Promise<RecordingServer> {
  const received: string[] = [];
  const authorizations = new Set<string>();
  const server = createServer((request, response) => {
    void json(request).then(async (body) => {
      const id = Number(request.url?.split('/').pop());
      const { established_dialogue = '' } = body as ChatroomUpdate;
      received.push(`${id} ${established_dialogue}`);
      authorizations.add(request.headers.authorization ?? '');
      await delay(delayMs(received.length));
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(aChatroom({ id_chatroom: id, established_dialogue, ambassadors: [] })));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/api/v2`,
    received,
    authorizations,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
