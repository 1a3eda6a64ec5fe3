import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { withTimeLimit } from './with-time-limit';

const untilAborted = async (signal: AbortSignal): Promise<never> => {
  await once(signal, 'abort');
  throw new Error('cut off');
};

test('gives what the work gives', async () => {
  expect(await withTimeLimit(60_000, undefined, () => Promise.resolve(7))).toBe(7);
});

test('work that takes longer is rejected as a timeout, whatever it says itself', async () => {
  await expect(withTimeLimit(1, undefined, untilAborted)).rejects.toMatchObject({ name: 'TimeoutError' });
});

test('the time limit survives a garbage collection', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const limited = withTimeLimit(200, new AbortController().signal, untilAborted);
  const collecting = setInterval(collect, 20);
  await expect(limited).rejects.toMatchObject({ name: 'TimeoutError' });
  clearInterval(collecting);
});

test('another signal ends the work with its own reason, also one that has aborted before', async () => {
  const other = new AbortController();
  const limited = withTimeLimit(60_000, other.signal, untilAborted);
  other.abort(new Error('interrupted'));
  await expect(limited).rejects.toThrow('interrupted');
  await expect(
    withTimeLimit(60_000, other.signal, (signal) => Promise.reject(new Error(String(signal.aborted)))),
  ).rejects.toThrow('interrupted');
});

test('an error of the work itself is passed on', async () => {
  await expect(withTimeLimit(60_000, undefined, () => Promise.reject(new Error('refused')))).rejects.toThrow(
    'refused',
  );
});
