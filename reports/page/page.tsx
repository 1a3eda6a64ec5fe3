import type { VNode } from 'preact';

import { ContractSection } from '../contract/contract-section';
import { Ledger } from '../contract/lists';
import { HistoryData } from '../history/history-data';
import { HistorySection } from '../history/history-section';
import { LoadSection } from '../load/load-section';
import type { Run } from '../run/run';
import { cutLine } from '../text/cut';
import { visible } from '../text/visible';
import { runState, stateWords } from '../verdict/state';
import { details, type Detail } from './detail';
import { Document, renderDocument } from './document';
import { Masthead } from '../masthead/masthead';

/** No page is larger, in bytes: it has to fit into an e-mail and a merge request. */
export const largestPage = 1_500_000;

/** The run as one HTML page that asks nobody for anything. */
export function renderPage(run: Run): string {
  let page = '';
  // Indented and escaped, a body takes some three times its characters: with that, few runs are rendered twice.
  const room = (largestPage - withoutViolations) / 3;
  const guess = details.findIndex((detail) => excerptCharacters(run, detail) <= room);
  for (const detail of details.slice(guess === -1 ? -1 : guess)) {
    page = renderDocument(<Page run={run} detail={detail} />);
    if (Buffer.byteLength(page) <= largestPage) break;
  }
  return page;
}

/** Bytes of a page with charts and obligations, and characters of what stands around the bodies of a violation. */
const withoutViolations = 300_000;
const aroundBodies = 800;

function excerptCharacters({ contract, load }: Run, detail: Detail): number {
  const exchanges = [
    ...(contract?.violations ?? []).slice(0, detail.violations).map(({ exchange }) => exchange),
    ...(load?.verified.violations ?? []).slice(0, detail.violations).flatMap(({ example }) => example ?? []),
  ];
  return exchanges.reduce((sum, { request, response, curl }) => {
    const bodies = [request.body ?? '', response?.body ?? ''].map(({ length }) =>
      Math.min(length, detail.bodyLength),
    );
    return bodies.reduce(
      (total, length) => total + length,
      sum + aroundBodies + Math.min(curl.length, detail.commandLength),
    );
  }, 0);
}

function Page({ run, detail }: { readonly run: Run; readonly detail: Detail }): VNode {
  const target = run.contract?.target.name ?? run.load?.target.name ?? run.name;
  return (
    <Document title={`${stateWords[runState(run)]} · ${visible(cutLine(target, 80))} · Popsell chatroom API`}>
      <a href="#contract" class="skip">
        Skip to the results
      </a>
      <Masthead run={run} />
      <Contents run={run} />
      <main>
        <ContractSection contract={run.contract} detail={detail} />
        <LoadSection load={run.load} speed={run.history?.speed ?? null} detail={detail} />
        <HistorySection history={run.history} />
        <Ledger entries={run.contract?.ledger ?? []} />
      </main>
      {run.history !== undefined && <HistoryData history={run.history} />}
    </Document>
  );
}

function Contents({ run: { contract, load, history } }: { readonly run: Run }): VNode {
  const links: [target: string, title: string, present: boolean][] = [
    ['contract', 'Contract', true],
    ['violations', 'Violations', (contract?.violations.length ?? 0) > 0],
    ['obligations', 'Obligations', contract !== null],
    ['load', 'Load', true],
    ['thresholds', 'Thresholds', load !== null],
    ['latency', 'Latency', load !== null],
    ['history', 'History', history !== undefined],
    ['ledger', 'Ledger', (contract?.ledger.length ?? 0) > 0],
  ];
  return (
    <nav aria-label="Contents">
      <ul>
        {links
          .filter(([, , present]) => present)
          .map(([target, title]) => (
            <li>
              <a href={`#${target}`}>{title}</a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
