import { jsonLines } from './json-lines';

const pretty = (text: string): string =>
  jsonLines(text)
    .map((line) => line.text)
    .join('\n');

describe('jsonLines', () => {
  it.each([
    ['{"a":1,"b":[true,null],"c":{}}'],
    ['[{"a":"x, {y}: [z]"},[],[[1],2]]'],
    ['{"quote":"\\"","slash":"\\\\","brace":"}"}'],
    ['[]'],
    ['{}'],
  ])('indents %s as JSON.stringify does', (text) => {
    expect(pretty(text)).toBe(JSON.stringify(JSON.parse(text), null, 2));
  });

  it('keeps large numbers and repeated keys as they came', () => {
    expect(pretty('{"a":12345678901234567890,"a":1.0}')).toBe(
      '{\n  "a": 12345678901234567890,\n  "a": 1.0\n}',
    );
  });

  it('indents a body that was cut in the middle', () => {
    expect(pretty('{"a":{"b":"cut he')).toBe('{\n  "a": {\n    "b": "cut he');
  });

  it('leaves text that is not JSON as its own lines', () => {
    expect(pretty('<html>\n<body>')).toBe('<html>\n<body>');
  });

  it.each([
    ['/last_summary/topic', '"topic": "42"'],
    ['/rooms/1/id', '"id": 2'],
    ['/last_summary', '"last_summary": {'],
    ['/a~1b', '"a/b": 1'],
  ])('knows which line %s is on', (pointer, text) => {
    const body = '{"last_summary":{"summary":"s","topic":"42"},"rooms":[{"id":1},{"id":2}],"a/b":1}';
    const line = jsonLines(body).find((candidate) => candidate.pointer === pointer);
    expect(line?.text.trim().replace(/,$/, '')).toBe(text);
  });
});
