import { processTerminal } from './terminal';

const own = process.stdout.isTTY;
const standsAt = (isTTY: boolean): void => {
  Object.defineProperty(process.stdout, 'isTTY', { value: isTTY, configurable: true });
};
afterAll(() => {
  standsAt(own);
});

it.each([
  ['a terminal', true, {}, { color: true, interactive: true }],
  ['a terminal with NO_COLOR', true, { NO_COLOR: '1' }, { color: false, interactive: true }],
  ['a terminal with an empty NO_COLOR', true, { NO_COLOR: '' }, { color: true, interactive: true }],
  ['a terminal of a CI system', true, { CI: 'true' }, { color: true, interactive: false }],
  ['a pipe', false, {}, { color: false, interactive: false }],
])('at %s', (_, isTTY, environment, expected) => {
  standsAt(isTTY);
  expect(processTerminal(environment)).toMatchObject(expected);
});
