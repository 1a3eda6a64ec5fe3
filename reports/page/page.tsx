import { createHash } from 'node:crypto';

import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

import { ContractSection } from '../contract/contract-section';
import { Ledger } from '../contract/lists';
import { shownCommand } from '../contract/exchange';
import { LoadSection } from '../load/load-section';
import type { Run } from '../run/run';
import { cutLine } from '../text/cut';
import { visible } from '../text/visible';
import { runState, stateWords } from '../verdict/state';
import { details, type Detail } from './detail';
import { Masthead } from './masthead';
import { script, styles } from './styles';

/** No page is larger, in bytes: it has to fit into an e-mail and a merge request. */
export const largestPage = 1_500_000;

/** The run as one HTML page that asks nobody for anything. */
export function renderPage(run: Run): string {
  let page = '';
  // Indented and escaped, a body takes some three times its characters: with that, few runs are rendered twice.
  const guess = details.findIndex((detail) => excerptCharacters(run, detail) <= largestPage / 3);
  for (const detail of details.slice(guess === -1 ? -1 : guess)) {
    page = `<!doctype html>\n${renderToString(<Page run={run} detail={detail} />)}\n`;
    if (Buffer.byteLength(page) <= largestPage) break;
  }
  return page;
}

function excerptCharacters({ contract, load }: Run, detail: Detail): number {
  const exchanges = [
    ...(contract?.violations ?? []).slice(0, detail.violations).map(({ exchange }) => exchange),
    ...(load?.verified.violations ?? []).slice(0, detail.violations).flatMap(({ example }) => example ?? []),
  ];
  return exchanges.reduce((sum, { request, response, curl }) => {
    const bodies = [request.body ?? '', response?.body ?? ''].map(({ length }) =>
      Math.min(length, detail.bodyLength),
    );
    return bodies.reduce((total, length) => total + length, sum + Math.min(curl.length, shownCommand));
  }, 0);
}

/** Only the page's own script and style may run: the second lock, should escaping ever fail. */
const policy = [
  "default-src 'none'",
  'img-src data:',
  `style-src '${digest(styles)}'`,
  `script-src '${digest(script)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function Page({ run, detail }: { readonly run: Run; readonly detail: Detail }): VNode {
  const target = run.contract?.target.name ?? run.load?.target.name ?? run.name;
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="color-scheme" content="light dark" />
        {/* Spares the request for /favicon.ico. */}
        <link rel="icon" href="data:," />
        <title>{`${stateWords[runState(run)]} · ${visible(cutLine(target, 80))} · Popsell chatroom API`}</title>
        <style dangerouslySetInnerHTML={{ __html: styles }} />
      </head>
      <body>
        <a href="#contract" class="skip">
          Skip to the results
        </a>
        <Masthead run={run} />
        <Contents run={run} />
        <main>
          <ContractSection contract={run.contract} detail={detail} />
          <LoadSection load={run.load} detail={detail} />
          <Ledger entries={run.contract?.ledger ?? []} />
        </main>
        <script dangerouslySetInnerHTML={{ __html: script }} />
      </body>
    </html>
  );
}

function Contents({ run: { contract, load } }: { readonly run: Run }): VNode {
  const links: [target: string, title: string, present: boolean][] = [
    ['contract', 'Contract', true],
    ['violations', 'Violations', (contract?.violations.length ?? 0) > 0],
    ['obligations', 'Obligations', contract !== null],
    ['load', 'Load', true],
    ['thresholds', 'Thresholds', load !== null],
    ['latency', 'Latency', load !== null],
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
