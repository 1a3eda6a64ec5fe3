import { types } from 'node:util';

/** The message of whatever was thrown. */
export function messageOf(thrown: unknown): string {
  // Unlike instanceof, this knows the errors of other realms, such as those around a test's sandbox.
  return types.isNativeError(thrown) ? thrown.message : String(thrown);
}
