/** Named as the platform's own. */
class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

/**
 * Gives work a signal that aborts after a time, or as soon as another signal does, and rejects with its reason then: a
 * {@link TimeoutError} for the time, whatever the work itself made of being cut off.
 *
 * Not AbortSignal.any with AbortSignal.timeout: on Node 20 nothing but the combined signal's weak reference holds the
 * timeout, so that a garbage collection makes the time limit disappear (nodejs/node 54614).
 */
export async function withTimeLimit<T>(
  timeLimitMs: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const limited = new AbortController();
  const timer = setTimeout(() => {
    limited.abort(new TimeoutError(`not done within ${timeLimitMs / 1_000} s`));
  }, timeLimitMs);
  const follow = (): void => {
    limited.abort(signal?.reason);
  };
  if (signal?.aborted === true) follow();
  signal?.addEventListener('abort', follow, { once: true });
  try {
    return await work(limited.signal);
  } catch (error) {
    throw limited.signal.aborted ? limited.signal.reason : error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', follow);
  }
}
