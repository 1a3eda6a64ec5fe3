import type { VNode } from 'preact';

import { obligationAnchor } from '../page/anchors';
import { Code, Text } from '../page/text';
import type { Run } from '../run/run';

import { formatChange, formatMs, plural } from '../text/numbers';
import type { Changes } from './changes';
import { whyNotCompared } from './why-not-compared';

const shown = 4;

/** What is otherwise than in the run before, on the first screen. */
export function WhatChanged({ run }: { readonly run: Run }): VNode {
  const changes = run.history?.changes ?? null;
  const notCompared = whyNotCompared(run);
  return (
    <div class="changes">
      <h2>Since the last run</h2>
      {run.history === undefined ? (
        <p class="aside">
          No history is kept: <code>--history FILE</code> keeps one.
        </p>
      ) : changes === null ? (
        <p class="aside">{whyNothing(run)}</p>
      ) : (
        <ul>
          {changes.contractSince !== null && <ContractChanges changes={changes} run={run} />}
          {changes.p95 !== null && (
            <li>
              p95 {formatMs(changes.p95.beforeMs)} → {formatMs(changes.p95.nowMs)} (
              {formatChange(changes.p95.nowMs / changes.p95.beforeMs - 1)})
            </li>
          )}
          {notCompared !== null && <li>p95 is not compared: {notCompared}</li>}
        </ul>
      )}
    </div>
  );
}

function whyNothing(run: Run): string {
  const { contract, load, history } = run;
  if ((history?.runs.length ?? 0) > 1) {
    if (load === null && contract?.verdict === 'incomplete')
      return 'Not compared: the contracts are incomplete.';
    const why = contract === null ? whyNotCompared(run) : null;
    if (why !== null) return `Not compared: ${why}.`;
  }
  return 'This is the first run of its kind in the history.';
}

function ContractChanges({ changes, run }: { readonly changes: Changes; readonly run: Run }): VNode {
  const { violated, fixed, choices } = changes;
  if (violated.length + fixed.length + choices.length === 0) {
    return <li>No obligation and no recorded choice changed</li>;
  }
  const titles = new Map(run.contract?.obligations.map(({ id, title }) => [id, title]));
  const link = (id: string): VNode => (
    <a href={`#${obligationAnchor(id)}`}>
      <Text length={160}>{titles.get(id) ?? id}</Text>
    </a>
  );
  return (
    <>
      {violated.slice(0, shown).map(({ id, held }) => (
        <li>
          <strong class="state failed">{held ? 'Newly broken' : 'Broken, not tried before'}</strong>:{' '}
          {link(id)}
        </li>
      ))}
      {violated.length > shown && <li>and {violated.length - shown} more newly broken</li>}
      {fixed.slice(0, shown).map((id) => (
        <li>
          <strong class="state passed">Fixed</strong>: {link(id)}
        </li>
      ))}
      {fixed.length > shown && <li>and {fixed.length - shown} more fixed</li>}
      {choices.slice(0, shown).map(({ id, before, now }) => (
        <li>
          <Code length={80}>{id}</Code> is answered otherwise: <Text length={80}>{before}</Text> →{' '}
          <Text length={80}>{now}</Text>
        </li>
      ))}
      {choices.length > shown && (
        <li>
          <a href="#choices">and {plural(choices.length - shown, 'more choice')}</a>
        </li>
      )}
    </>
  );
}
