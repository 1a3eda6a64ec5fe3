import Fastify, { type FastifyInstance } from 'fastify';

import type { Behaviour } from './behaviour';
import { readBodiesAsText } from './plugins/text-bodies';
import { answerBadUrl, answerUnmatched } from './plugins/unmatched';
import { patchChatroom } from './routes/chat/chatrooms/patch-chatroom';
import { createServe } from './serve';
import { createStore } from './store/store';

/** The API with a fresh store, not yet listening. */
export function buildApp(behaviour: Behaviour): FastifyInstance {
  const serve = createServe(behaviour, createStore(behaviour.brands));
  const app = Fastify({
    // Documented statuses only: no 413, 414 or 431 for what a test may send.
    bodyLimit: 64 * 1024 * 1024,
    http: { maxHeaderSize: 256 * 1024 },
    routerOptions: { maxParamLength: 64 * 1024 },
    frameworkErrors: answerBadUrl(serve),
    // Load generators keep connections open: closing must not wait for them.
    forceCloseConnections: true,
  });
  readBodiesAsText(app);
  answerUnmatched(app, serve);
  patchChatroom(app, serve);
  return app;
}
