import { readFileSync } from 'node:fs';

/** What a run of Schemathesis tried. */
export interface Tried {
  readonly operations: number;
  readonly cases: number;
  /** The names of its checks that judged at least one answer. */
  readonly checks: readonly string[];
}

/** One line of an NDJSON report; only what is read here. */
interface Event {
  readonly ScenarioFinished?: {
    readonly recorder: {
      readonly label: string;
      readonly checks: Readonly<Record<string, readonly { readonly name: string }[]>>;
    };
  };
}

/** Reads an NDJSON report of Schemathesis. */
export function readTried(file: string): Tried {
  const scenarios = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => (JSON.parse(line) as Event).ScenarioFinished ?? []);
  const ofCases = scenarios.flatMap(({ recorder }) => Object.values(recorder.checks));
  const checks = new Set(ofCases.flatMap((all) => all.map(({ name }) => name)));
  const operations = new Set(scenarios.map(({ recorder }) => recorder.label));
  return { operations: operations.size, cases: ofCases.length, checks: [...checks].sort() };
}
