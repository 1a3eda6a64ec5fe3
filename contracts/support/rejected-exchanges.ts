import type { Exchange } from './exchange/exchange';
import { isRejected } from './exchange/is-rejected';
import { suite } from './suite';

const rejected: { readonly spec: string; readonly exchange: Exchange }[] = [];

/** Remembers an exchange whose request was rejected. */
export function noteRejected(exchange: Exchange): void {
  if (isRejected(exchange)) rejected.push({ spec: suite.collector.spec, exchange });
}

/** What the spec file that is running saw rejected with a status. */
export function rejectedExchanges(status: number): Exchange[] {
  return rejected.flatMap(({ spec, exchange }) =>
    spec === suite.collector.spec && exchange.response?.status === status ? [exchange] : [],
  );
}

/** What any spec file of the run saw rejected. */
export function allRejected(): Exchange[] {
  return rejected.map(({ exchange }) => exchange);
}
