import { PassThrough } from 'node:stream';

import { openAsker } from './asker';

function aTerminal() {
  const [input, output] = [new PassThrough(), new PassThrough()];
  return { input, output, asker: openAsker(input, output, new AbortController().signal) };
}

test('an answer that was typed ahead is kept', async () => {
  const { input, output, asker } = aTerminal();
  input.write('first\nsecond\n');
  expect([await asker.ask('one? '), await asker.ask('two? ')]).toEqual(['first', 'second']);
  expect(String(output.read())).toBe('one? two? ');
  asker.close();
});

test('an input that ends is an error', async () => {
  const { input, output, asker } = aTerminal();
  input.end();
  await expect(asker.ask('one? ')).rejects.toThrow('the input ended before every question was answered');
  expect(String(output.read())).toBe('one? \n');
});
