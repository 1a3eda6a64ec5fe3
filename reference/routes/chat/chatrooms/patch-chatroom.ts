import type { FastifyInstance } from 'fastify';

import type { Serve } from '../../../serve';

/** Update a chatroom by id: the one documented operation. */
export function patchChatroom(app: FastifyInstance, serve: Serve): void {
  app.patch('/api/v2/chat/chatrooms/:id', (request, reply) => {
    serve(request, reply);
  });
}
