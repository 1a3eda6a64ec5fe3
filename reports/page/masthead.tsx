import type { VNode } from 'preact';

import type { ContractResult } from '../../schemas/generated/types';
import { WhatChanged } from '../history/what-changed';
import type { Run } from '../run/run';
import { formatCount, formatDuration, formatTime, plural } from '../text/numbers';
import { contractClause, loadClause, verdictSentence } from '../verdict/sentence';
import { contractState, loadState, runState, type State } from '../verdict/state';
import { obligationAnchor } from './anchors';
import { Facts, type Fact } from './facts';
import { StateMark } from './state-mark';
import { Code, Text } from './text';

/** The first screen: what is broken, where and when, and what nobody knows. */
export function Masthead({ run }: { readonly run: Run }): VNode {
  const state = runState(run);
  return (
    <header class={`masthead ${state}`}>
      <p class="kicker">Popsell chatroom API · contract and load</p>
      <p class="verdict-state">
        <StateMark state={state} />
        {run.contract === null && <StateMark state="no-data" word="No contract data" />}
        {run.load === null && <StateMark state="no-data" word="No load data" />}
      </p>
      <h1>
        {verdictSentence(run)
          .split('; ')
          .map((clause, index, { length }) => (
            // A clause stays on its line where there is room.
            <>
              <span class="part">
                <Text length={300}>{index < length - 1 ? `${clause};` : clause}</Text>
              </span>{' '}
            </>
          ))}
      </h1>
      <Facts facts={runFacts(run)} />
      <div class="halves">
        <Half
          title="Contract"
          href="#contract"
          state={contractState(run.contract)}
          clause={contractClause(run.contract)}
        />
        <Half
          title="Load"
          href="#load"
          state={loadState(run.load, run.history?.speed)}
          clause={loadClause(run.load, run.history?.speed)}
        />
      </div>
      <div class="notes">
        <WhatChanged run={run} />
        <NotVerified run={run} />
      </div>
    </header>
  );
}

interface HalfProps {
  readonly title: string;
  readonly href: string;
  readonly state: State;
  readonly clause: string;
}

function Half({ title, href, state, clause }: HalfProps): VNode {
  return (
    <p class={`half ${state}`}>
      <a href={href}>{title}</a> <StateMark state={state} />
      <br />
      <span class="clause">
        <Text length={300}>{clause}</Text>
      </span>
    </p>
  );
}

function runFacts({ name, contract, load }: Run): Fact[] {
  const first = contract ?? load;
  if (first === null) return [];
  const durationMs = (contract?.durationMs ?? 0) + (load?.durationMs ?? 0);
  const requests = (contract?.requests ?? 0) + (load?.requests ?? 0);
  return [
    { name: 'Target', value: <Text length={80}>{first.target.name}</Text> },
    { name: 'Base URL', value: <Code length={200}>{first.target.baseUrl}</Code> },
    { name: 'Started', value: <time dateTime={first.startedAt}>{formatTime(first.startedAt)}</time> },
    { name: 'Duration', value: formatDuration(durationMs) },
    { name: 'Requests', value: formatCount(requests) },
    { name: 'Run', value: <Text length={80}>{name}</Text> },
  ];
}

/** What the verdict does not cover: said on the first screen, since silence would read as a pass. */
function NotVerified({ run: { contract, load } }: { readonly run: Run }): VNode | null {
  const gaps = contract === null ? [] : unverified(contract);
  if (contract !== null && load !== null && gaps.length === 0) return null;
  return (
    <div class="not-verified">
      <h2>Not verified</h2>
      <ul>
        {contract === null && <li>Every obligation: the run has no contract.json.</li>}
        {load === null && <li>Speed and behaviour under load: the run has no load.json.</li>}
        {gaps.slice(0, 5).map(({ id, title, state, reason }) => (
          <li>
            <a href={`#${obligationAnchor(id)}`}>
              <Text length={160}>{title}</Text>
            </a>{' '}
            ({state === 'not-tried' ? 'not tried' : 'unobserved'}
            {reason !== undefined && (
              <>
                : <Text length={200}>{reason}</Text>
              </>
            )}
            )
          </li>
        ))}
        {gaps.length > 5 && (
          <li>
            <a href="#obligations">and {plural(gaps.length - 5, 'more obligation')}</a>
          </li>
        )}
      </ul>
    </div>
  );
}

function unverified({ obligations }: ContractResult): ContractResult['obligations'] {
  return obligations.filter(({ state }) => state === 'unobserved' || state === 'not-tried');
}
