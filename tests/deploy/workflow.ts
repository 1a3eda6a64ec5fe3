import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly env?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** A shell step of a workflow, ready to be run. */
export interface ShellStep {
  readonly script: string;
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * The shell step of that name in a template of deploy/github. `${{ … }}` becomes what the context gives for it,
 * as GitHub does before the shell sees it. Throws where the context has no such expression.
 */
export function shellStep(file: string, name: string, context: Readonly<Record<string, string>>): ShellStep {
  const text = readFileSync(join(__dirname, '../../deploy/github', file), 'utf8');
  const workflow = parse(text) as Workflow;
  const job = Object.values(workflow.jobs).find(({ steps }) => steps.some((one) => one.name === name));
  const step = job?.steps.find((one) => one.name === name);
  if (step?.run === undefined) throw new Error(`${file} has no shell step "${name}"`);
  const fill = (value: string): string =>
    value.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
      const known = context[expression];
      if (known === undefined) throw new Error(`${file}, "${name}": nothing is given for ${expression}`);
      return known;
    });
  const environment = Object.entries({ ...workflow.env, ...job?.env, ...step.env }).map(([key, value]) => [
    key,
    fill(value),
  ]);
  return { script: fill(step.run), environment: Object.fromEntries(environment) as Record<string, string> };
}
