import { expectRejected } from '../support/answers';
import { freshInstant } from '../support/fresh-instant';
import { obligation, obligationsSeen } from '../support/obligation';
import type { PatchVariation } from '../support/patch';
import { room } from '../support/rooms';
import { suite } from '../support/suite';

const { unknownChatroom } = suite.target;

/** The brand's own chatroom is watched: an id that is cut or taken loosely would reach it. */
const withId = (id: string): PatchVariation => ({ id, body: { established_dialogue: freshInstant() } });

describe('404 Not found', () => {
  obligation('404/chatroom/unknown', async () => {
    const unknown = { obligation: '404/chatroom/unknown', statuses: [404] } as const;
    await expectRejected(withId(String(unknownChatroom)), unknown);
    await expectRejected({ id: String(unknownChatroom) }, { ...unknown, variant: '{}' });
  });

  describe('an id that is no integer in range', () => {
    const statuses = [404, 422];

    obligation('404/id/text', async () => {
      await expectRejected(withId('abc'), { obligation: '404/id/text', statuses, variant: 'the id abc' });
    });

    obligation('404/id/trailing-text', async () => {
      const variant = 'an id with text behind its digits';
      await expectRejected(withId(`${room.chatroom}abc`), {
        obligation: '404/id/trailing-text',
        statuses,
        variant,
      });
    });

    obligation('404/id/decimal', async () => {
      const variant = 'an id with a fraction';
      await expectRejected(withId(`${room.chatroom}.5`), { obligation: '404/id/decimal', statuses, variant });
    });

    obligation('404/id/negative', async () => {
      const variant = 'a negative id';
      await expectRejected(withId(`-${room.chatroom}`), { obligation: '404/id/negative', statuses, variant });
    });

    // Cut to 64 or 32 bits, they are the brand's own chatroom.
    obligation('404/id/out-of-range', async () => {
      const id = '404/id/out-of-range';
      await expectRejected(withId(String(2n ** 64n + BigInt(room.chatroom))), {
        obligation: id,
        statuses,
        variant: 'an id of 20 digits',
      });
      // To an API with longer ids, it is an unknown chatroom.
      if (suite.collector.isViolated('404/chatroom/unknown')) return;
      const variant = 'an id beyond 32 bits';
      await expectRejected(withId(String(2 ** 32 + room.chatroom)), {
        obligation: id,
        statuses,
        variant,
        choice: variant,
      });
    });
  });

  obligationsSeen(['404/body/parses', '404/state/unchanged']);
});
