import type { VNode } from 'preact';

import { StateMark } from '../page/state-mark';
import { Cell, Numeric, RowHead, Table } from '../page/table';
import { Text } from '../page/text';
import { formatMs, plural } from '../text/numbers';
import type { State } from '../verdict/state';
import type { SpeedState } from './judge-series';
import type { Speed, SpeedFigure } from './speed-of';
import { isUnproved, speedSentence } from './speed-sentence';

const marks: Readonly<Record<SpeedState, { readonly state: State; readonly word: string }>> = {
  'few-runs': { state: 'no-data', word: 'Too few runs' },
  steady: { state: 'passed', word: 'As before' },
  cleared: { state: 'passed', word: 'Not slower' },
  warned: { state: 'invalid', word: 'Above usual' },
  suspected: { state: 'invalid', word: 'Suspected' },
  regressed: { state: 'failed', word: 'Slower' },
};

function markOf({ judgement }: SpeedFigure): (typeof marks)[SpeedState] {
  return isUnproved(judgement) ? { state: 'no-data', word: 'Not proved' } : marks[judgement.state];
}

/** Each figure beside what the earlier runs of its series vary up to. */
export function SpeedTable({ speed: { figures, state, gates } }: { readonly speed: Speed }): VNode {
  return (
    <section id="speed">
      <h3>Beside earlier runs</h3>
      {state === 'regressed' && !gates && (
        <p class="lead">No history file was named, so that this fails no run; --history FILE makes it.</p>
      )}
      {state === 'few-runs' && figures[0] !== undefined && (
        <p class="lead">
          {plural(figures[0].judgement.runsBefore, 'earlier run')} of this kind: from 10 on a figure that is
          above usual is pointed out, and from 20 on it can fail the run.
        </p>
      )}
      {state !== 'few-runs' && <SpeedRows figures={figures} />}
    </section>
  );
}

function SpeedRows({ figures }: Pick<Speed, 'figures'>): VNode {
  return (
    <Table
      caption="Figures beside those of earlier runs"
      stacks
      columns={[
        { title: 'Figure' },
        { title: 'This run', numeric: true },
        { title: 'Usual', numeric: true },
        { title: 'Varies up to', numeric: true },
        { title: 'Result' },
        { title: 'What that says' },
      ]}
    >
      <tbody>
        {figures.map((figure) => (
          <tr>
            <RowHead>
              <Text length={60}>{figure.name}</Text>
            </RowHead>
            <Numeric title="This run">{formatMs(figure.judgement.valueMs)}</Numeric>
            <Numeric title="Usual">{formatMs(figure.judgement.medianMs)}</Numeric>
            <Numeric title="Varies up to">{formatMs(figure.judgement.limitMs)}</Numeric>
            <td>
              <StateMark {...markOf(figure)} />
            </td>
            <Cell>
              <Text length={300}>{speedSentence(figure)}</Text>
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
