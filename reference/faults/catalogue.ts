import { acceptFaults } from './behaviour/accepts';
import { contentTypeFaults } from './behaviour/content-types';
import { leakFaults } from './behaviour/leaks';
import { nearMissFaults } from './behaviour/near-misses';
import { oddInputFaults } from './behaviour/odd-input';
import { orderFaults } from './behaviour/order';
import { rejectFaults } from './behaviour/rejects';
import { shapeFaults } from './behaviour/shapes';
import { statusFaults } from './behaviour/statuses';
import { concurrencyFaults } from './concurrency/concurrency';
import { mixedFaults } from './concurrency/mixed';
import type { Fault } from './fault';
import { fieldFaults } from './fields/fields';
import { itemFaults } from './fields/items';
import { fieldsOfBodiesFaults } from './state/fields-of-bodies';
import { neighbourFaults } from './state/neighbours';
import { rejectedFaults } from './state/rejected';
import { relationFaults } from './state/relations';
import { storageFaults } from './state/storage';
import { strayFaults } from './state/strays';
import { valueFaults } from './state/values';
import { transportFaults } from './transport/transport';

/** Every fault that the embedded API can be started with. */
export const faults: readonly Fault[] = [
  ...fieldFaults,
  ...itemFaults,
  ...statusFaults,
  ...oddInputFaults,
  ...acceptFaults,
  ...nearMissFaults,
  ...rejectFaults,
  ...orderFaults,
  ...shapeFaults,
  ...contentTypeFaults,
  ...leakFaults,
  ...valueFaults,
  ...storageFaults,
  ...rejectedFaults,
  ...neighbourFaults,
  ...strayFaults,
  ...fieldsOfBodiesFaults,
  ...relationFaults,
  ...concurrencyFaults,
  ...mixedFaults,
  ...transportFaults,
];

export const faultNames: readonly string[] = faults.map(({ name }) => name);
