import { forbidden } from '../answers/answer';
import type { Check } from '../call';
import { bearerToken, forbiddenToken } from './authentication';

/** May they use this route? */
export const checkPermission: Check = ({ headers }) =>
  bearerToken(headers.authorization) === forbiddenToken ? forbidden() : undefined;
