/** Made at bundle time by ajv's standalone mode. */
declare module 'popsell:validators' {
  import type { BodyValidator } from '../verification/validators';

  export const chatroom: BodyValidator;
  export const unauthorized: BodyValidator;
  export const validationError: BodyValidator;
}
