import { unauthorized } from '../answers/answer';
import type { Check } from '../call';

export const token = 'reference-token';
export const forbiddenToken = 'reference-token-without-permission';

/** Who asks? The scheme's case does not matter (RFC 9110, section 11.1). */
export function bearerToken(authorization: string | undefined): string | undefined {
  return /^bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
}

export const checkAuthentication: Check = ({ headers }) => {
  const received = bearerToken(headers.authorization);
  return received === token || received === forbiddenToken ? undefined : unauthorized();
};
