import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Behaviour, CheckName } from './behaviour';
import type { Call } from './call';
import type { Store } from './store/store';
import { updateChatroom } from './update-chatroom';

/** Answers one request; `order` names the checks to run in place of all. */
export type Serve = (request: FastifyRequest, reply: FastifyReply, order?: readonly CheckName[]) => void;

/** Ties the operation to Fastify's requests and replies. */
export function createServe(behaviour: Behaviour, store: Store): Serve {
  return (request, reply, order) => {
    const call = callOf(request, store);
    const asked = order === undefined ? behaviour : { ...behaviour, order };
    behaviour.deliver(updateChatroom(call, asked), reply, call);
  };
}

function callOf(request: FastifyRequest, store: Store): Call {
  const { id } = (request.params ?? {}) as { id?: string };
  return {
    method: request.method,
    headers: request.headers,
    headerNames: request.raw.rawHeaders.filter((_, index) => index % 2 === 0),
    id: id ?? '',
    body: typeof request.body === 'string' ? request.body : '',
    nowMs: Date.now(),
    store,
    brandId: undefined,
    chatroom: undefined,
    value: undefined,
  };
}
