import type { Voice } from './voice';

const eraseLine = '\r\u001b[2K';

/** A voice for a stream such as process.stderr: lines can be rewritten where it is a terminal. */
export function terminalVoice(stream: NodeJS.WritableStream & { isTTY?: boolean }): Voice {
  if (stream.isTTY !== true) return { say: (line) => stream.write(`${line}\n`) };

  let rewritable = false;
  const start = (): string => (rewritable ? eraseLine : '');
  return {
    say: (line) => {
      stream.write(`${start()}${line}\n`);
      rewritable = false;
    },
    rewrite: (line) => {
      stream.write(`${start()}${line}`);
      rewritable = true;
    },
  };
}
