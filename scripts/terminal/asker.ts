import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

import { UsageError } from '../exit-codes';

export interface Asker {
  /** Puts a question and resolves with the line that is typed, or was typed ahead. Rejects where the input ends. */
  readonly ask: (question: string) => Promise<string>;
  readonly close: () => void;
}

/** Asks at a terminal, line by line. */
export function openAsker(input: Readable, output: Writable, signal: AbortSignal): Asker {
  // Without an output of its own, so that nothing is echoed twice and typed-ahead lines are kept.
  const reader = createInterface({ input, signal, terminal: false });
  const lines = reader[Symbol.asyncIterator]();
  return {
    ask: async (question) => {
      output.write(question);
      const next = await lines.next();
      if (next.done === true) {
        // Behind the question that stands there.
        output.write('\n');
        throw new UsageError('the input ended before every question was answered');
      }
      return next.value;
    },
    close: () => {
      reader.close();
    },
  };
}
