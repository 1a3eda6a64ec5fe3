import { createWriteStream } from 'node:fs';

/** What the server did with one request: one line of the log, as JSON. */
export interface LatencyLogLine {
  /** When the request was there, in ms since 1970. */
  readonly arrivedMs: number;
  readonly brand: string;
  readonly status: number;
  /** What the answer was to wait. */
  readonly drawnMs: number;
  /** From the arrival until the answer was handed to the network, measured. Null: the client went away before. */
  readonly heldMs: number | null;
}

export interface LatencyLog {
  /** Takes a request that came; the function that it returns tells how long it was held, and is called once. */
  begin(request: Omit<LatencyLogLine, 'heldMs'>): (heldMs: number | null) => void;
  /** Resolves when every line is in the file; what was not told until then was not answered. */
  close(): Promise<void>;
}

/** Begins a new file. Rejects where it cannot be written. */
export async function openLatencyLog(file: string): Promise<LatencyLog> {
  const stream = createWriteStream(file);
  await new Promise<void>((resolve, reject) => {
    stream.once('open', () => {
      resolve();
    });
    stream.once('error', reject);
  });
  const held = new Set<(heldMs: number | null) => void>();
  return {
    begin: (request) => {
      const end = (heldMs: number | null): void => {
        if (held.delete(end)) stream.write(`${JSON.stringify({ ...request, heldMs })}\n`);
      };
      held.add(end);
      return end;
    },
    close: () =>
      new Promise((resolve) => {
        for (const end of held) end(null);
        stream.end(resolve);
      }),
  };
}
