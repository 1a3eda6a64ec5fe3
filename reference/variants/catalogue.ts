import { answerVariants } from './answers';
import { bodyVariants } from './bodies';
import { transportVariants } from './transport';
import type { Variant } from './variant';

/** Every correct variant that the embedded API can be started as. */
export const variants: readonly Variant[] = [...answerVariants, ...bodyVariants, ...transportVariants];

export const variantNames: readonly string[] = variants.map(({ name }) => name);
