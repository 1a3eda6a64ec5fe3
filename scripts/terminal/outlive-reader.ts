/**
 * Goes on where whoever read the output is gone, as behind `| head`: a run must come to its end, for what it has changed is put
 * back there.
 */
export function outliveReader(streams: readonly NodeJS.WritableStream[]): void {
  for (const stream of streams) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
