import type { NamedObligationId } from '../../obligations/catalogue';
import type { Exchange } from '../exchange/exchange';

/** The obligation that nothing changes, by the status of the rejection (ledger entry 18). */
export const stateObligations: Readonly<Record<number, NamedObligationId>> = {
  401: '401/state/unchanged',
  403: '403/state/unchanged',
  404: '404/state/unchanged',
  422: '422/state/unchanged',
};

/** Undefined where the request was not rejected. */
export function stateObligationOf({ response }: Exchange): NamedObligationId | undefined {
  return stateObligations[response?.status ?? 0];
}
