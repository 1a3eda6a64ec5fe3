import ambassador from '../chatroom/ambassador.schema.json';
import chatroomUpdate from '../chatroom/chatroom-update.schema.json';
import chatroom from '../chatroom/chatroom.schema.json';
import pivot from '../chatroom/pivot.schema.json';
import unauthorized from '../errors/unauthorized.schema.json';
import validationError from '../errors/validation-error.schema.json';
import contract from '../run/contract.schema.json';
import history from '../run/history.schema.json';
import load from '../run/load.schema.json';
import restore from '../run/restore.schema.json';
import target from '../target/target.schema.json';
import waivers from '../target/waivers.schema.json';

/** Every JSON Schema of the project, by the name that the code uses for it. */
export const schemaFiles = {
  pivot,
  ambassador,
  chatroom,
  chatroomUpdate,
  unauthorized,
  validationError,
  target,
  waivers,
  contract,
  load,
  history,
  restore,
} as const;

export type SchemaName = keyof typeof schemaFiles;
