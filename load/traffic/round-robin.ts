/**
 * When each of many clients may send, so that all together send no more than one request each `roundMs / clients`: a client
 * has one moment of its own in every round. One whose answer took longer waits for its next moment.
 *
 * @param client from 1 to `clients`
 * @returns a function of the time since the start that tells how long to wait, in ms; 0 where there is no limit
 */
export function roundRobin(
  client: number,
  clients: number,
  roundMs: number,
): (sinceStartMs: number) => number {
  if (roundMs <= 0) return () => 0;
  const firstMs = (((client - 1) % clients) / clients) * roundMs;
  let lastRound = -1;
  return (sinceStartMs) => {
    const round = Math.max(lastRound + 1, Math.ceil((sinceStartMs - firstMs) / roundMs));
    lastRound = round;
    return Math.max(0, firstMs + round * roundMs - sinceStartMs);
  };
}
