import { changed } from './changed';

const room = { brand: 3, chatroom: 301 };
const difference = { before: '1', after: '2', moving: false, documented: true };

it.each([
  ['/source', '/source of chatroom 301 (brand 3) changed from "1" to "2"'],
  ['', 'all of chatroom 301 (brand 3) changed from "1" to "2"'],
])('names the place %j', (pointer, message) => {
  expect(changed('401/state/unchanged', { ...difference, pointer }, room).message).toBe(message);
});
