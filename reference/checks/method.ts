import { methodNotAllowed } from '../answers/answer';
import type { Check } from '../call';

/** How do they ask? The route takes PATCH alone, so this is asked only where no route matches. */
export const checkMethod: Check = ({ method }) =>
  method === 'PATCH' ? undefined : methodNotAllowed('PATCH');
