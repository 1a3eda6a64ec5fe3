import { setMaxListeners } from 'node:events';

/**
 * Turns Ctrl-C and SIGTERM into an AbortSignal, so that what was measured is reported and nothing is left
 * running. A second one ends the process at once. `release` gives the signals back.
 */
export function interruption(
  notice = 'interrupted: stopping, and reporting what was measured (again to stop at once)',
): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  // Each of the requests that are sent at once listens; Node warns of a leak from eleven on.
  setMaxListeners(0, controller.signal);
  const names = ['SIGINT', 'SIGTERM'] as const;
  const interrupt = (): void => {
    if (controller.signal.aborted) process.exit(130);
    console.error(`\n${notice}`);
    controller.abort();
  };
  for (const name of names) process.on(name, interrupt);
  return {
    signal: controller.signal,
    release: () => {
      for (const name of names) process.off(name, interrupt);
    },
  };
}
