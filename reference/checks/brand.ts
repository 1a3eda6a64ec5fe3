import { forbidden, unprocessable } from '../answers/answer';
import type { Check } from '../call';

export const brandHeader = 'X-Popsell-Brand';

/** For which brand do they ask? */
export const checkBrand: Check = (call) => {
  const text = call.headers['x-popsell-brand'];
  if (typeof text !== 'string' || text === '') {
    return unprocessable(brandHeader, `The ${brandHeader} header is required.`);
  }
  if (!/^-?\d+$/.test(text)) {
    return unprocessable(brandHeader, `The ${brandHeader} header must be an integer.`);
  }
  if (!call.store.brandIds.has(Number(text))) return forbidden();
  call.brandId = Number(text);
  return undefined;
};
