import { capitalised } from './capitalised';

it.each([
  ['received 500; documented 200', 'Received 500; documented 200'],
  ['last_rating is null', 'last_rating is null'],
  ['/ambassadors/0 is null', '/ambassadors/0 is null'],
  ['source is 0', 'source is 0'],
  ['a request is answered with 500', 'A request is answered with 500'],
  ['', ''],
])('%j as a heading is %j', (text, heading) => {
  expect(capitalised(text)).toBe(heading);
});
