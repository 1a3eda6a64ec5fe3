import { JsonSplitter, NotJsonError } from './json-splitter';

function split(text: string, chunkBytes: number): { objects: unknown[]; isCut: boolean } {
  const splitter = new JsonSplitter();
  const bytes = Buffer.from(text);
  const objects: unknown[] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    for (const object of splitter.add(bytes.subarray(at, at + chunkBytes))) {
      objects.push(JSON.parse(object.toString()));
    }
  }
  return { objects, isCut: splitter.isCut };
}

const tricky = { text: '"}{\\" é }', nested: { list: [{}, { a: '\\' }] } };

it.each([1, 2, 3, 7, 1_000])('cuts at the ends of objects, %i bytes at a time', (chunkBytes) => {
  const lines = `${JSON.stringify(tricky)}\n${JSON.stringify({ b: 1 })}\r\n`;
  const joined = `${JSON.stringify({ c: 2 })}${JSON.stringify(tricky)}  ${JSON.stringify({ d: [] }, null, 2)}`;
  expect(split(lines + joined, chunkBytes)).toEqual({
    objects: [tricky, { b: 1 }, { c: 2 }, tricky, { d: [] }],
    isCut: false,
  });
});

it.each(['{"a":1}\n{"b":', '{"a":1}{"b":"}', '{"a":1}\n{'])('knows that %j is cut', (text) => {
  expect(split(text, 3)).toEqual({ objects: [{ a: 1 }], isCut: true });
});

it.each(['PK', '{"a":1}x', '[{}]'])('refuses %j', (text) => {
  expect(() => split(text, 10)).toThrow(NotJsonError);
});
