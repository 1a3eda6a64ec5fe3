/** Thrown by a spec that cannot try an obligation on this target; the message is the reason. */
export class NotTried extends Error {}
