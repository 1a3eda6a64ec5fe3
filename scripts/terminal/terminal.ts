/** How a command talks to whoever started it. */
export interface Terminal {
  readonly say: (line: string) => void;
  /** A person watches: progress may redraw its line. */
  readonly interactive: boolean;
  readonly color: boolean;
}

/** The process' own terminal; NO_COLOR and CI are respected. */
export function processTerminal(environment: NodeJS.ProcessEnv): Terminal {
  const interactive = process.stdout.isTTY && isUnset(environment['CI']);
  return {
    say: (line) => {
      process.stdout.write(`${line}\n`);
    },
    interactive,
    color: process.stdout.isTTY && isUnset(environment['NO_COLOR']),
  };
}

function isUnset(value: string | undefined): boolean {
  return value === undefined || value === '';
}
