import type { ContractResult, LoadResult } from '../../schemas/generated/types';
import { speedSentence } from '../regression/speed-sentence';
import type { Run } from '../run/run';
import { plural } from '../text/numbers';
import { plainLine } from '../text/plain-line';
import { openViolations } from '../verdict/sentence';
import { isCrossed, thresholdClause } from '../verdict/threshold';

/** GitHub shows ten of a step, and no more. */
const shown = 10;

interface Annotation {
  readonly level: 'error' | 'warning';
  readonly title: string;
  readonly message: string;
  /** Relative to the project. */
  readonly file?: string | undefined;
  readonly line?: number | undefined;
}

/**
 * The run as GitHub's workflow commands, a line each: what is broken, at the spec that tries it.
 * @param prefix from the repository's root to the project, such as "tests/api/"; empty where they are the same
 */
export function renderAnnotations(run: Run, prefix = ''): string[] {
  const annotations = [
    ...(run.contract === null ? [] : ofContract(run.contract)),
    ...(run.load === null ? [] : ofLoad(run.load)),
    ...ofSpeed(run),
  ];
  return annotations.slice(0, shown).map((annotation) => command(annotation, prefix));
}

/** Why there is no run, as one of GitHub's workflow commands. */
export function renderErrorAnnotation(title: string, message: string): string {
  return command({ level: 'error', title, message }, '');
}

function ofContract(contract: ContractResult): Annotation[] {
  return openViolations(contract).map(({ obligation, message, received, documented, spec, line, count }) => ({
    level: 'error',
    title: obligation,
    message: `${message} (${plural(count, 'time')}). Received: ${received}. Documented: ${documented}.`,
    file: spec,
    line,
  }));
}

function ofLoad({ verdict, thresholds, verified, validity }: LoadResult): Annotation[] {
  if (verdict === 'invalid') {
    return [{ level: 'error', title: 'The load run is not valid', message: validity.reasons.join('; ') }];
  }
  return [
    ...verified.violations
      .filter(({ waived }) => waived !== true)
      .map(({ check, message }): Annotation => ({ level: 'error', title: `Under load: ${check}`, message })),
    ...thresholds.filter(isCrossed).map((threshold): Annotation => {
      return { level: 'error', title: 'Threshold crossed', message: thresholdClause(threshold) };
    }),
  ];
}

function ofSpeed({ history }: Run): Annotation[] {
  const speed = history?.speed ?? null;
  return (speed?.figures ?? []).flatMap((figure): Annotation[] => {
    const { state } = figure.judgement;
    if (state !== 'regressed' && state !== 'suspected' && state !== 'warned') return [];
    const level = state === 'regressed' && speed?.gates === true ? 'error' : 'warning';
    return [{ level, title: 'Slower than earlier runs', message: speedSentence(figure) }];
  });
}

function command({ level, title, message, file, line }: Annotation, prefix: string): string {
  const properties = [
    ...(file === undefined ? [] : [`file=${property(`${prefix}${file}`)}`]),
    ...(file === undefined || line === undefined ? [] : [`line=${line}`]),
    `title=${property(plainLine(title, 200))}`,
  ].join();
  return `::${level} ${properties}::${data(plainLine(message, 800))}`;
}

/** As the runner reads it back: a % begins an escape, and a line break ends the command. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Properties end at a comma, and the list of them at a colon. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
