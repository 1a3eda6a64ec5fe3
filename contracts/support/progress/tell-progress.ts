/** Often enough to be seen to live, and seldom enough for a log; a run of the usual length says nothing. */
const everyMs = 15_000;

/** Says every 15 s how far a run is, until the function that it returns is called. Keeps no process alive. */
export function tellProgress(describe: () => string, say: (line: string) => void): () => void {
  const timer = setInterval(() => {
    say(describe());
  }, everyMs);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}
