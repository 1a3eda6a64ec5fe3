import { recordExchange } from '../verification/exchange';
import { exampleLine, parseExampleLine } from './example-line';

const exchange = recordExchange(
  { url: 'http://127.0.0.1/', brand: 3, body: '{}' },
  { status: 500, headers: {}, body: 'é "quoted"', error: '', durationMs: 1 },
  'token',
);
const finding = { check: 'status', pointer: '', cause: '500' } as const;

it('a line is read back', () => {
  expect(parseExampleLine(exampleLine(finding, exchange))).toEqual({ finding, exchange });
});

it.each(['something else', 'popsell-violation {"cut', ''])('%p is no example', (line) => {
  expect(parseExampleLine(line)).toBeUndefined();
});
