import { PassThrough } from 'node:stream';

import { terminalVoice } from './terminal-voice';

function aStream(isTTY: boolean): { stream: PassThrough & { isTTY: boolean }; written: () => string } {
  const stream = Object.assign(new PassThrough(), { isTTY });
  return { stream, written: () => String(stream.read()) };
}

test('a stream that is no terminal takes whole lines only', () => {
  const { stream, written } = aStream(false);
  const voice = terminalVoice(stream);
  voice.say('one');
  voice.say('two');
  expect(written()).toBe('one\ntwo\n');
  expect(voice.rewrite).toBeUndefined();
});

test('a terminal line that was rewritten gives way to the next line', () => {
  const { stream, written } = aStream(true);
  const voice = terminalVoice(stream);
  voice.rewrite?.('1 s');
  voice.rewrite?.('2 s');
  voice.say('done');
  expect(written()).toBe('1 s\r\u001b[2K2 s\r\u001b[2Kdone\n');
});
