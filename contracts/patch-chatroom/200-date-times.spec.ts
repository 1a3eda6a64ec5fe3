import { obligation } from '../support/obligation';
import { room } from '../support/rooms';
import { expectEachKept, roomsForValues } from '../support/values';
import { acceptedDateTimes } from './date-times';

// Behind the bursts: values of different chatrooms go side by side once a run has seen that the API keeps them apart.
describe('200 OK, date-times', () => {
  for (const id of new Set(acceptedDateTimes.map((accepted) => accepted.obligation))) {
    obligation(id, async () => {
      const roomFor = roomsForValues();
      await expectEachKept(
        acceptedDateTimes
          .filter((accepted) => accepted.obligation === id)
          .map(({ name, value }, index) => {
            const where = roomFor(index);
            const variant = where.brand === room.brand ? name : `${name}, brand ${where.brand}`;
            return { value: String(value), room: where, status: id, answered: id, stored: id, variant };
          }),
      );
    });
  }
});
