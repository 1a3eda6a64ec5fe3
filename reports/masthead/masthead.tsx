import type { VNode } from 'preact';

import { WhatChanged } from '../history/what-changed';
import type { Run } from '../run/run';
import { formatCount, formatDuration, formatTime } from '../text/numbers';
import { verdictSentence } from '../verdict/sentence';
import { runState } from '../verdict/state';
import { Facts, type Fact } from '../page/facts';
import { StateMark } from '../page/state-mark';
import { Code, Text } from '../page/text';
import { ContractHalf } from './contract-half';
import { LoadHalf } from './load-half';
import { NotVerified } from './not-verified';

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
        <Text length={600}>{keepTogether(verdictSentence(run))}</Text>
      </h1>
      <Facts facts={runFacts(run)} />
      <div class="halves">
        <ContractHalf contract={run.contract} />
        <LoadHalf load={run.load} speed={run.history?.speed ?? null} />
      </div>
      <div class="notes">
        <WhatChanged run={run} />
        <NotVerified run={run} />
      </div>
    </header>
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

/** The end of the sentence is no line of its own. */
function keepTogether(sentence: string): string {
  return sentence
    .replaceAll('valid run', 'valid\u00a0run')
    .replace(/no (load|contract) data/gi, (phrase) => phrase.replaceAll(' ', '\u00a0'))
    .replace(/; (valid.run)$/, ';\u00a0$1');
}
