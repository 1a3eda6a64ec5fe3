import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { relative, sep } from 'node:path';

/** What GitHub Actions shows beside the log. Elsewhere nothing happens. */
export interface GitHub {
  /** Workflow commands for the end; what else is printed until then cannot be taken for one. */
  readonly annotate: (lines: readonly string[]) => void;
  /** Adds Markdown to the summary of the step. */
  readonly summarize: (markdown: string) => void;
  /** From the root of the repository to the project: "" or "folder/". */
  readonly prefix: string;
  readonly end: () => void;
}

/** For everywhere else. */
export const noGitHub: GitHub = {
  annotate: () => undefined,
  summarize: () => undefined,
  prefix: '',
  end: () => undefined,
};

/**
 * Speaks to GitHub Actions where it runs us. Answers of a provider end up in the log, and a line that begins with ::
 * would be obeyed: so commands are stopped at once, under a name that nobody can guess, until the end.
 */
export function github(
  environment: NodeJS.ProcessEnv,
  say: (line: string) => void,
  projectFolder: string,
): GitHub {
  if (environment['GITHUB_ACTIONS'] !== 'true') return noGitHub;
  const token = randomUUID();
  const lines: string[] = [];
  say(`::stop-commands::${token}`);
  return {
    annotate: (more) => lines.push(...more),
    summarize: (markdown) => {
      const file = environment['GITHUB_STEP_SUMMARY'];
      if (file !== undefined && file !== '') appendFileSync(file, `${markdown}\n`);
    },
    prefix: prefixOf(environment['GITHUB_WORKSPACE'], projectFolder),
    end: () => {
      say(`::${token}::`);
      lines.forEach(say);
    },
  };
}

function prefixOf(workspace: string | undefined, projectFolder: string): string {
  if (workspace === undefined || workspace === '') return '';
  const path = relative(workspace, projectFolder).split(sep).join('/');
  return path === '' || path.startsWith('..') ? '' : `${path}/`;
}
