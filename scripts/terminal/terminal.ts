import { projectFolder } from '../project-folder';
import { github, type GitHub } from './github';

/** How a command talks to whoever started it. */
export interface Terminal {
  readonly say: (line: string) => void;
  /** A person watches: progress may redraw its line. */
  readonly interactive: boolean;
  readonly color: boolean;
  readonly github: GitHub;
}

/** The process' own terminal; NO_COLOR and CI are respected. */
export function processTerminal(environment: NodeJS.ProcessEnv): Terminal {
  const interactive = process.stdout.isTTY && isUnset(environment['CI']);
  const say = (line: string): void => {
    process.stdout.write(`${line}\n`);
  };
  return {
    say,
    github: github(environment, say, projectFolder),
    interactive,
    color: process.stdout.isTTY && isUnset(environment['NO_COLOR']),
  };
}

function isUnset(value: string | undefined): boolean {
  return value === undefined || value === '';
}
