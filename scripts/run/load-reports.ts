import type * as Reports from '../../reports';

export function loadReports(): Promise<typeof Reports> {
  return import('../../reports');
}

/** Does what takes time before a report can be rendered, for a command that waits for something else meanwhile. */
export async function prepareReports(): Promise<void> {
  const { resultValidators } = await loadReports();
  resultValidators();
}
