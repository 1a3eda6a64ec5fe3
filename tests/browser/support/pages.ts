import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { aHistory, aRunAfter, aSlowerRun, usualP95s } from '../../../reports/fixtures/a-history';
import { hostileRun } from '../../../reports/fixtures/hostile-run';
import { failedRun, incompleteRun, invalidRun, loadOnlyRun } from '../../../reports/fixtures/runs';
import { recordRun } from '../../../reports/history/record-run';
import { renderRunsPage } from '../../../reports/history/runs-page';
import { renderPage } from '../../../reports/page/page';

const steady = aHistory([...usualP95s(18, 262), ...usualP95s(14)]);
const slower = aSlowerRun(1.32);

/** Every state of a run, with what earlier runs say, and the page over all runs. */
export const pages = {
  passed: renderPage(aRunAfter(steady)),
  failed: renderPage(aRunAfter(aHistory(usualP95s(32)), failedRun())),
  invalid: renderPage(aRunAfter(steady, invalidRun())),
  incomplete: renderPage(aRunAfter(steady, incompleteRun())),
  loadOnly: renderPage(loadOnlyRun()),
  slower: renderPage(aRunAfter(aHistory([...usualP95s(30), 404, 418]), slower)),
  hostile: renderPage(hostileRun()),
  runs: renderRunsPage(
    recordRun(failedRun(), steady, { gates: true }).history,
    ({ name }) => `${name}/index.html`,
  ),
} as const;

export type PageName = keyof typeof pages;
export const pageNames = Object.keys(pages) as PageName[];

/** Jenkins sends this with every file of a build, unless its administrator says otherwise. */
export const jenkinsPolicy =
  "sandbox allow-same-origin; default-src 'none'; img-src 'self'; style-src 'self'";

export interface PageServer {
  /** Where a page is, under Jenkins' policy or without. */
  readonly urlOf: (page: PageName, policy?: 'jenkins') => string;
  /** Paths that were asked for. */
  readonly asked: string[];
  readonly close: () => void;
}

/** Serves the pages on a free loopback port. */
export async function servePages(): Promise<PageServer> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const [, policy, name = ''] = (request.url ?? '').split('/');
    asked.push(request.url ?? '');
    const page = (pages as Record<string, string>)[name];
    response.writeHead(page === undefined ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
      ...(policy === 'jenkins' && { 'content-security-policy': jenkinsPolicy }),
    });
    response.end(page ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    urlOf: (page, policy) => `http://127.0.0.1:${port}/${policy ?? 'plain'}/${page}`,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
