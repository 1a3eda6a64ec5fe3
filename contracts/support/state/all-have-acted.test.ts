import { aChatroom, anAmbassador } from '../../testing/a-chatroom';
import type { ChatroomState } from './known-state';
import { allHaveActed } from './all-have-acted';

const acted = (...actions: readonly (readonly [id: number, at: string])[]): ChatroomState => {
  const ambassadors = actions.map(([id_ambassador, last_action_date]) => ({
    ...anAmbassador(),
    id_ambassador,
    last_action_date,
  }));
  return aChatroom({ ambassadors });
};

const before = acted([1, '2024-01-01T00:00:00Z'], [2, '2024-01-02T00:00:00Z']);

it('sees that all ambassadors acted, in whatever order they are listed', () => {
  const after = acted([2, '2024-02-01T00:00:00Z'], [1, '2024-02-01T00:00:00Z']);
  expect(allHaveActed(before, after)).toMatchObject({
    pointer: '/ambassadors/0/last_action_date',
    moving: true,
  });
});

it.each([
  ['one of two', acted([1, '2024-02-01T00:00:00Z'], [2, '2024-01-02T00:00:00Z'])],
  ['nobody', before],
  [
    'some and a new one',
    acted([1, '2024-02-01T00:00:00Z'], [2, '2024-02-01T00:00:00Z'], [3, '2024-02-01T00:00:00Z']),
  ],
  ['somebody at no time', acted([1, '2024-02-01T00:00:00Z'], [2, 'soon'])],
  ['what was not read', undefined],
])('does not where it was %s', (_, after) => {
  expect(allHaveActed(before, after)).toBeUndefined();
});

it('says nothing of a single ambassador, who may be whom the token is of', () => {
  const [earlier, later] = [acted([1, '2024-01-01T00:00:00Z']), acted([1, '2024-02-01T00:00:00Z'])];
  expect(allHaveActed(earlier, later)).toBeUndefined();
});
