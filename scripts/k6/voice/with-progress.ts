import type { Voice } from './voice';

const rewriteEveryMs = 1_000;
const sayEveryMs = 15_000;

/** Does the work and tells meanwhile, every second on a terminal and every 15 s elsewhere, how far it is. */
export async function withProgress<T>(
  voice: Voice,
  describe: (elapsedSeconds: number) => string,
  work: () => Promise<T>,
): Promise<T> {
  const startedMs = performance.now();
  const tell = voice.rewrite ?? voice.say;
  const timer = setInterval(
    () => {
      tell(describe(Math.round((performance.now() - startedMs) / 1_000)));
    },
    voice.rewrite === undefined ? sayEveryMs : rewriteEveryMs,
  );
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
