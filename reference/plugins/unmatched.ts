import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { CheckName } from '../behaviour';
import type { Serve } from '../serve';

const whoAsks: readonly CheckName[] = ['authentication', 'permission'];

const aChatroom = /^\/api\/v2\/chat\/chatrooms\/[^/?]+(\?|$)/;

/**
 * What do requests get that no route or body parser takes? 401 or 403 where that comes first; then 405 for another
 * method than a chatroom has, or 404.
 */
export function answerUnmatched(app: FastifyInstance, serve: Serve): void {
  app.setNotFoundHandler((request, reply) => {
    serve(request, reply, aChatroom.test(request.url) ? [...whoAsks, 'method'] : whoAsks);
  });
  // A body that breaks off or is beyond all measure: it holds no JSON object.
  app.setErrorHandler((_error, request, reply) => {
    serve(request, reply);
  });
}

/** Fastify meets a path with a bad percent encoding before there are routes: it holds no chatroom's id. */
export function answerBadUrl(serve: Serve) {
  return (_error: Error, request: FastifyRequest, reply: FastifyReply): void => {
    serve(request, reply, whoAsks);
  };
}
