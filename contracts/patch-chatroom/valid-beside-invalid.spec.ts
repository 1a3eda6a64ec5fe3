import { brokenStateObligations } from '../support/answers/watched';
import { mixedBurst, refusedAlone } from '../support/concurrency/mixed-burst';
import { openRegisters } from '../support/concurrency/open-registers';
import { need, obligation } from '../support/obligation';
import { room, roomOfEveryBrand } from '../support/rooms';
import { suite } from '../support/suite';
import { refusedRequests } from './mixed-requests';

const id = 'any/concurrency/own-status';

/** What is found with valid requests alone, or with one rejected request at a time, is no matter of both at once. */
function reasonNotToTry(): string | undefined {
  const isMixedUp = ['own-answer', 'other-chatrooms', 'linearizable'].some((what) =>
    suite.collector.isViolated(`200/concurrency/${what}`),
  );
  if (isMixedUp) return 'valid requests alone are mixed up';
  return brokenStateObligations() > 0 ? 'rejected requests alone change something' : undefined;
}

describe('valid requests beside invalid ones', () => {
  obligation(id, async () => {
    const reason = reasonNotToTry();
    need(reason === undefined ? true : undefined, reason ?? '');
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
