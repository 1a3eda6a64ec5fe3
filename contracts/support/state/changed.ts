import { broken, type Broken } from '../judge/finding';
import { show } from '../judge/show';
import type { Room } from '../rooms';
import type { Difference } from './differences';

/** The violation of a difference that must not be there. */
export function changed(obligation: string, difference: Difference, { brand, chatroom }: Room): Broken {
  const { pointer, before, after } = difference;
  return broken({
    obligation,
    cause: 'changed',
    message: `${pointer === '' ? 'all' : pointer} of chatroom ${chatroom} (brand ${brand}) changed from ${show(before, 80)} to ${show(after, 80)}`,
    pointer,
    received: show(after),
    documented: show(before),
  });
}
