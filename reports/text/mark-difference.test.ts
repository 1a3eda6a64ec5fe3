import { markDifference, type Piece } from './mark-difference';

const marked = (pieces: Piece[]): string =>
  pieces.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('');

describe('markDifference', () => {
  it.each([
    ['null', 'object', '[null]', '[object]'],
    [
      '500 Internal Server Error',
      '422 Unprocessable Content',
      '[500 Internal Server Error]',
      '[422 Unprocessable Content]',
    ],
    [
      '{ "message": string }',
      '{ "message": string, "errors": object }',
      '{ "message": string }',
      '{ "message": string[, "errors": object] }',
    ],
    ['same', 'same', 'same', 'same'],
    ['0', 'string, one of "0", "1", "2"', '[0]', '[string, one of "0", "1", "2"]'],
    ['status 500', 'status 200', 'status [500]', 'status [200]'],
    ['', 'something', '', '[something]'],
  ])('marks %j beside %j', (received, documented, left, right) => {
    const difference = markDifference(received, documented);
    expect([marked(difference.received), marked(difference.documented)]).toEqual([left, right]);
  });

  it('compares long texts by their ends', () => {
    const middle = 'word '.repeat(2_000);
    const difference = markDifference(`same ${middle}one end`, `same ${middle}two end`);
    expect(marked(difference.received)).toMatch(/\[one\] end$/);
  });

  it('loses no character', () => {
    const text = 'é\u0301 — "x"\t{y}  ☃ 😀';
    expect(
      markDifference(text, 'other')
        .received.map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});
