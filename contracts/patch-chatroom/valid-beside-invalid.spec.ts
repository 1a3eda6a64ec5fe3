import { brokenStateObligations } from '../support/answers/watched';
import { mixedBurst, refusedAlone } from '../support/concurrency/mixed-burst';
import { openRegisters } from '../support/concurrency/open-registers';
import { need, obligation } from '../support/obligation';
import { room, roomOfEveryBrand } from '../support/rooms';
import { suite } from '../support/suite';
import { refusedRequests } from './mixed-requests';

const id = 'any/concurrency/own-status';

function areMixedUp(): boolean {
  return ['own-answer', 'other-chatrooms', 'linearizable'].some((what) =>
    suite.collector.isViolated(`200/concurrency/${what}`),
  );
}

describe('valid requests beside invalid ones', () => {
  obligation(id, async () => {
    // What is found with valid requests alone, or with one rejected request at a time, is no matter of both at once.
    need(!areMixedUp() || undefined, 'valid requests alone are mixed up');
    need(brokenStateObligations() === 0 || undefined, 'rejected requests alone change something');
    const registers = await openRegisters([room, ...roomOfEveryBrand.slice(1, 2)]);
    need(registers[0], 'a value that was sent alone was not there in later reads');
    const refused = await refusedAlone(
      refusedRequests.map(({ name, variation, ...expected }) => ({
        variation,
        expectation: { ...expected, obligation: id, variant: name },
      })),
    );
    need(refused[0], 'no invalid request is rejected as it should be');
    await mixedBurst(id, registers, refused);
  });
});
