export { carriedHistory, knowsRun } from './history/carried-history';
export { readHistory, writeHistory } from './history/history-file';
export { recordRun } from './history/record-run';
export { writeRunsPage } from './history/write-runs-page';
/** @public */
export { renderJunit } from './junit/junit';
/** @public */
export { renderPage } from './page/page';
export { readRun } from './run/read-run';
export { resultValidators } from './run/result-validators';
export type { Run } from './run/run';
export { isRegression } from './verdict/state';
/** @public */
export { RunError } from './run/run-error';
export { renderAnnotations } from './summary/annotations';
export { renderMarkdownSummary } from './summary/markdown';
/** @public */
export { renderTerminalSummary, type TerminalOptions } from './summary/terminal/terminal';
/** @public */
export { writeReport, type WrittenReport } from './write-report';
