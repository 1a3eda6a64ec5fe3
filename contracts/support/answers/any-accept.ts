import type { NamedObligationId } from '../../obligations/catalogue';
import type { Exchange } from '../exchange/exchange';
import type { Expectation } from '../expectation';
import type { PatchVariation } from '../patch';
import { sendAndWatch } from './watched';

/**
 * Sends a request twice, as usual and with any Accept, which must make no difference (ledger entry 21). The
 * first is judged under its usual obligation.
 * @returns the second
 */
export async function expectSameForAnyAccept(
  obligation: NamedObligationId,
  variationOf: () => PatchVariation,
  usual: Expectation,
): Promise<Exchange> {
  const control = await sendAndWatch(variationOf(), usual);
  const variation = { ...variationOf(), accept: '*/*' };
  return sendAndWatch(variation, { ...usual, obligation, control, variant: 'Accept: */*' });
}
