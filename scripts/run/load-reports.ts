import type * as Reports from '../../reports';

/** The report's libraries are large: a command may load them early, while it waits for something else. */
export function loadReports(): Promise<typeof Reports> {
  return import('../../reports');
}
