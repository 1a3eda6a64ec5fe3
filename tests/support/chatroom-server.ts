import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';

import { aChatroom } from '../../load/verification/fixtures';
import type { ChatroomUpdate } from '../../schemas/generated/types';
import type { Target } from '../../schemas/target/target';
import { startServer, type LoopbackServer } from './loopback-server';

/** A server that remembers values, and whatever a test makes of its answers. */
export interface ChatroomServer extends LoopbackServer {
  readonly target: Target;
  readonly values: Map<number, string>;
  /** When requests that change something came, in ms. */
  readonly changes: number[];
}

/** Answers in place of the server, and is true then. `changes` counts the requests that change something. */
export type Instead = (response: ServerResponse, request: IncomingMessage, changes: number) => boolean;

const first = '2020-01-02T03:04:05.000Z';

/** Starts a server of one brand with three chatrooms, which all have the same first value. */
export async function startChatrooms(instead: Instead = () => false): Promise<ChatroomServer> {
  const values = new Map([301, 302, 303].map((id) => [id, first]));
  const changes: number[] = [];
  const server = await startServer((request, response) => {
    void json(request).then((body) => {
      const id = Number(request.url?.split('/').pop());
      const { established_dialogue } = body as Partial<ChatroomUpdate>;
      if (established_dialogue !== undefined) {
        values.set(id, established_dialogue);
        changes.push(performance.now());
        if (instead(response, request, changes.length)) return;
      }
      const value = values.get(id) ?? '';
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify(aChatroom({ id_chatroom: id, established_dialogue: value, ambassadors: [] })),
      );
    });
  });
  return {
    ...server,
    values,
    changes,
    target: {
      name: 'test',
      baseUrl: `${server.baseUrl}/api/v2`,
      token: 'a-token',
      brands: [{ id: 3, chatrooms: [301, 302, 303] }],
      unknownChatroom: 9,
    },
  };
}

/** Whether every chatroom has its first value. */
export function isUntouched({ values }: ChatroomServer): boolean {
  return [...values.values()].every((value) => value === first);
}
