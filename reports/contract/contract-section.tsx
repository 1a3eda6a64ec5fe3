import type { VNode } from 'preact';

import type { ContractResult } from '../../schemas/generated/types';
import type { Detail } from '../page/detail';
import { Facts } from '../page/facts';
import { StateMark } from '../page/state-mark';
import { Text } from '../page/text';
import { formatCount, formatDuration } from '../text/numbers';
import { contractState } from '../verdict/state';
import { Choices, Notices, Waivers } from './lists';
import { Matrix } from './matrix';
import { Obligations } from './obligations';
import { Violations } from './violations';

interface ContractSectionProps {
  readonly contract: ContractResult | null;
  readonly detail: Detail;
}

export function ContractSection({ contract, detail }: ContractSectionProps): VNode {
  return (
    <section id="contract">
      <h2>
        Contract <StateMark state={contractState(contract)} />
      </h2>
      {contract === null ? (
        <p class="lead">The run has no contract.json: whether the documented promises hold is not known.</p>
      ) : (
        <ContractBody contract={contract} detail={detail} />
      )}
    </section>
  );
}

function ContractBody({
  contract,
  detail,
}: ContractSectionProps & { readonly contract: ContractResult }): VNode {
  return (
    <>
      {contract.verdict === 'incomplete' && (
        <p class="callout incomplete">
          The run ended before every spec had run: <Text>{contract.reason ?? 'it does not say why.'}</Text>
        </p>
      )}
      {contract.verdict === 'failed' && contract.reason !== undefined && (
        <p class="callout failed">
          The run fails whatever else it shows: <Text>{contract.reason}</Text>
        </p>
      )}
      <Facts
        facts={[
          { name: 'Duration', value: formatDuration(contract.durationMs) },
          { name: 'Requests', value: formatCount(contract.requests) },
          { name: 'Seed', value: String(contract.seed) },
        ]}
      />
      <Matrix obligations={contract.obligations} />
      <Violations contract={contract} detail={detail} />
      <Waivers contract={contract} />
      <Obligations contract={contract} />
      <Notices notices={contract.notices} />
      <Choices choices={contract.choices} />
    </>
  );
}
