import * as compiled from 'popsell:validators';

import type { BodyValidators } from '../verification/validators';

/** The validators that the bundler compiles from the schemas; see scripts/bundle-load.ts. */
export const validators: BodyValidators = compiled;
