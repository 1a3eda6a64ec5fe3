import { createAjv, validatorFor } from '../../schemas/validation/validator';
import type { BodyValidators } from './validators';

/**
 * Compiles the schemas where the module is loaded. In the bundle for k6, scripts/bundle-load.ts puts code that
 * ajv compiled beforehand in its place: the same validators without ajv, which each VU would have to load.
 */
const ajv = createAjv();

export const chatroom: BodyValidators['chatroom'] = validatorFor(ajv, 'chatroom');
export const unauthorized: BodyValidators['unauthorized'] = validatorFor(ajv, 'unauthorized');
export const validationError: BodyValidators['validationError'] = validatorFor(ajv, 'validationError');
