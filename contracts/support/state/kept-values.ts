import { suite } from '../suite';
import type { Difference } from './differences';

/**
 * The differences that say something of the requests between two reads. Where this run has seen that a plain value does not
 * stay, or comes late, that another one is there says nothing of them.
 */
export function withoutLostValues(differences: readonly Difference[]): readonly Difference[] {
  if (!suite.collector.isViolated('200/value/stored')) return differences;
  return differences.filter(({ pointer }) => pointer !== '/established_dialogue');
}
