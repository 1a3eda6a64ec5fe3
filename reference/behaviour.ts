import type { FastifyReply } from 'fastify';

import type { Instant } from '../schemas/formats/date-time';
import type { TargetBrand } from '../schemas/generated/types';
import type { Answer } from './answers/answer';
import { presentChatroom } from './answers/present-chatroom';
import type { Call, Check } from './call';
import { checkAuthentication } from './checks/authentication';
import { checkBrand } from './checks/brand';
import { checkChatroom } from './checks/chatroom';
import { checkMethod } from './checks/method';
import { checkPermission } from './checks/permission';
import { checkUpdate } from './checks/update';
import { send } from './send';
import type { StoredChatroom } from './store/stored-chatroom';
import { defaultBrands } from './store/brands';

export type CheckName = 'authentication' | 'permission' | 'method' | 'brand' | 'chatroom' | 'update';

/** The seams of the operation: all that a change may replace. */
export interface Behaviour {
  readonly brands: readonly TargetBrand[];
  readonly checks: Readonly<Record<CheckName, Check>>;
  readonly order: readonly CheckName[];
  readonly write: (room: StoredChatroom, value: Instant, call: Call) => void;
  readonly present: (room: StoredChatroom, call: Call) => unknown;
  /** The last word on an answer, after all is decided and stored. */
  readonly finish: (answer: Answer, call: Call) => Answer;
  /** How and when an answer goes out. */
  readonly deliver: (answer: Answer, reply: FastifyReply, call: Call) => void;
}

/** Replaces some seams of a behaviour. It is called once per instance, so its state is the instance's. */
export type Change = (behaviour: Behaviour) => Partial<Behaviour>;

export const honestBehaviour: Behaviour = {
  brands: defaultBrands,
  checks: {
    authentication: checkAuthentication,
    permission: checkPermission,
    method: checkMethod,
    brand: checkBrand,
    chatroom: checkChatroom,
    update: checkUpdate,
  },
  order: ['authentication', 'permission', 'brand', 'chatroom', 'update'],
  write: (room, value) => {
    room.establishedDialogue = value;
  },
  present: (room, { nowMs }) => presentChatroom(room, nowMs),
  finish: (answer) => answer,
  deliver: send,
};

/** Applies changes one after the other, each on top of those before it. */
export function changed(behaviour: Behaviour, changes: readonly Change[]): Behaviour {
  return changes.reduce((before, change) => ({ ...before, ...change(before) }), behaviour);
}
