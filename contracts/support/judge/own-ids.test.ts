import { aChatroom, anAmbassador, aPivot } from '../../testing/a-chatroom';
import { heldIn, violationsIn } from '../../testing/findings';
import { judgeOwnIds } from './own-ids';

const requested = '200/body/id_chatroom/requested';
const pivotChatroom = '200/body/ambassadors/*/chatroom_pivot_data/*/id_chatroom/requested';
const pivotAmbassador = '200/body/ambassadors/*/chatroom_pivot_data/*/id_ambassador/own';

it('finds that the ids of a valid chatroom belong together', () => {
  const findings = judgeOwnIds(aChatroom(), 8);
  expect(heldIn(findings)).toEqual([requested, pivotChatroom, pivotAmbassador]);
  expect(violationsIn(findings)).toEqual([]);
});

it('finds another chatroom than the requested one', () => {
  expect(violationsIn(judgeOwnIds(aChatroom({ id_chatroom: 9 }), 8))).toEqual([
    {
      kind: 'broken',
      obligation: requested,
      cause: 'other-id',
      message: 'id_chatroom is 9, not 8',
      pointer: '/id_chatroom',
      received: '9',
      documented: '8',
    },
  ]);
});

it.each([
  ['id_chatroom', pivotChatroom],
  ['id_ambassador', pivotAmbassador],
])("finds a pivot's foreign %s, at its index", (name, obligation) => {
  const chatroom_pivot_data = [null, aPivot(), aPivot({ [name]: 9 })];
  const ambassadors = [null, 'Ada', anAmbassador({ chatroom_pivot_data })];
  expect(violationsIn(judgeOwnIds(aChatroom({ ambassadors }), 8))).toMatchObject([
    { obligation, pointer: `/ambassadors/2/chatroom_pivot_data/2/${name}` },
  ]);
});

it('names the first of several', () => {
  const ambassadors = [9, 10].map((id_chatroom) =>
    anAmbassador({ chatroom_pivot_data: [aPivot({ id_chatroom })] }),
  );
  expect(violationsIn(judgeOwnIds(aChatroom({ ambassadors }), 8))).toMatchObject([{ received: '9' }]);
});

it.each([
  ['a mistyped id', aChatroom({ id_chatroom: '8', ambassadors: [] })],
  ['a missing id', aChatroom({ id_chatroom: undefined, ambassadors: [] })],
  ['no ambassadors', aChatroom({ id_chatroom: null, ambassadors: null })],
  ['ambassadors that are no list', aChatroom({ id_chatroom: null, ambassadors: {} })],
  ['nothing', {}],
])('leaves %s to the schema', (_name, chatroom) => {
  expect(judgeOwnIds(chatroom, 8)).toEqual([]);
});

it.each(['42', null, undefined])("compares no pivot with its ambassador's id %p", (id_ambassador) => {
  const findings = judgeOwnIds(aChatroom({ ambassadors: [anAmbassador({ id_ambassador })] }), 8);
  expect(findings.map((finding) => 'obligation' in finding && finding.obligation)).toEqual([
    requested,
    pivotChatroom,
  ]);
});
