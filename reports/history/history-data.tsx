import type { VNode } from 'preact';

import type { RunHistory } from './run-history';

/** The shown runs as data, for whoever has the page and not the history file. A browser runs none of it. */
export function HistoryData({ history: { runs } }: { readonly history: RunHistory }): VNode {
  // Only a < could end the element.
  const json = JSON.stringify({ runs }).replaceAll('<', '\\u003c');
  return <script type="application/json" id="history-data" dangerouslySetInnerHTML={{ __html: json }} />;
}
