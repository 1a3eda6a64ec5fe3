export { renderJunit } from './junit/junit';
export { renderPage } from './page/page';
export { readRun } from './run/read-run';
export type { Run } from './run/run';
export { RunError } from './run/run-error';
export { renderMarkdownSummary } from './summary/markdown';
export { renderTerminalSummary, type TerminalOptions } from './summary/terminal';
export { writeReport, type WrittenReport } from './write-report';
