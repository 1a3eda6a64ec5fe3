import { andThenAlone, whenAlone } from './when-alone';

const done: string[] = [];
const act =
  (name: string): (() => Promise<void>) =>
  () => {
    done.push(name);
    return Promise.resolve();
  };

beforeEach(() => {
  done.length = 0;
});

it('acts at once where nothing is under way', async () => {
  await whenAlone(act('now'));
  expect(done).toEqual(['now']);
});

it('acts in order when what is under way has ended', async () => {
  await andThenAlone(async () => {
    await whenAlone(act('second'));
    await whenAlone(act('third'));
    done.push('first');
  });
  expect(done).toEqual(['first', 'second', 'third']);
});

it('acts at once again behind what failed', async () => {
  await expect(andThenAlone(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await whenAlone(act('now'));
  expect(done).toEqual(['now']);
});
