import type { VNode } from 'preact';

import type { LoadResult } from '../../schemas/generated/types';
import { Facts } from '../page/facts';
import { StateMark } from '../page/state-mark';
import { Text } from '../page/text';
import { formatCount, formatMs, formatShare } from '../text/numbers';

/** Whether the generator was fit to measure; if it was not, the figures above say nothing about the API. */
export function ValidityOfRun({ load }: { readonly load: LoadResult }): VNode {
  const {
    droppedIterations,
    vusAtMax,
    generatorCpu,
    exceptions,
    lateness,
    reasons,
    cautions = [],
    unknown = [],
  } = load.validity;
  return (
    <section id="validity">
      <h3>Validity of the run</h3>
      {reasons.length === 0 ? (
        <p>
          <StateMark state="passed" word="Valid" /> The generator was not the limit.
        </p>
      ) : (
        <div class="callout invalid">
          <StateMark state="invalid" /> The figures say nothing about the API, good or bad:
          <ul>
            {reasons.map((reason) => (
              <li>
                <Text>{reason}</Text>
              </li>
            ))}
          </ul>
        </div>
      )}
      {cautions.map((caution) => (
        <p>
          <Text>{caution}</Text>
        </p>
      ))}
      {unknown.length > 0 && (
        <p>
          Not known: <Text>{unknown.join('; ')}</Text>.
        </p>
      )}
      <Facts
        facts={[
          { name: 'Dropped arrivals', value: formatCount(droppedIterations) },
          { name: 'All virtual users in use', value: vusAtMax ? 'yes' : 'no' },
          {
            name: "Generator's cores in use",
            value: generatorCpu === null ? 'not known' : formatShare(generatorCpu),
          },
          ...(lateness === undefined
            ? []
            : [
                {
                  name: 'Requests begun late (p95, p99)',
                  value: `${formatMs(lateness.p95)}, ${formatMs(lateness.p99)}`,
                },
              ]),
          { name: 'Exceptions in the script', value: formatCount(exceptions) },
        ]}
      />
    </section>
  );
}
