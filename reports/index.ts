/** @public */
export { renderJunit } from './junit/junit';
/** @public */
export { renderPage } from './page/page';
export { readRun } from './run/read-run';
/** @public */
export type { Run } from './run/run';
/** @public */
export { RunError } from './run/run-error';
/** @public */
export { renderMarkdownSummary } from './summary/markdown';
/** @public */
export { renderTerminalSummary, type TerminalOptions } from './summary/terminal';
/** @public */
export { writeReport, type WrittenReport } from './write-report';
