import type { VNode } from 'preact';

import {
  obligationStates,
  obligationTones,
  obligationWords,
  type ObligationState,
} from '../contract/obligation-states';
import { violationAnchor } from '../page/anchors';
import { Text } from '../page/text';
import { capitalised } from '../text/capitalised';
import { formatCount, plural } from '../text/numbers';
import { palette } from '../theme/palette';
import type { ContractResult } from '../../schemas/generated/types';
import { commonAnswer } from '../verdict/common-answer';
import { openViolations } from '../verdict/sentence';
import { contractState } from '../verdict/state';
import { Bar, barWidth } from './bar';
import { Half, type Problem } from './half';

/** How many obligations held, and the first violations. */
export function ContractHalf({ contract }: { readonly contract: ContractResult | null }): VNode {
  return (
    <Half
      title="Contract"
      anchor="contract"
      state={contractState(contract)}
      problems={contract === null ? [] : problemsOf(contract)}
      list="violations"
    >
      {contract === null ? (
        <p class="aside">Whether the documented promises hold is not known.</p>
      ) : (
        <>
          <Tally contract={contract} />
          <CommonAnswer contract={contract} />
          <OtherCause contract={contract} />
          <FirstNotice contract={contract} codes={['not-put-back']} />
        </>
      )}
    </Half>
  );
}

/** What many of them have in common is worth more than each. */
function CommonAnswer({ contract }: { readonly contract: ContractResult }): VNode | null {
  const common = commonAnswer(openViolations(contract));
  return common === null ? null : <p class="tally">{common}</p>;
}

/** Notices that may explain what is broken, and then it is not the API. */
const otherCauses = ['target-chatroom', 'another-run'];

function OtherCause({ contract }: { readonly contract: ContractResult }): VNode | null {
  return openViolations(contract).length === 0 ? null : (
    <FirstNotice contract={contract} codes={otherCauses} />
  );
}

interface FirstNoticeProps {
  readonly contract: ContractResult;
  readonly codes: readonly string[];
}

/** The first notice of some kinds, in its own words. */
function FirstNotice({ contract, codes }: FirstNoticeProps): VNode | null {
  const notice = contract.notices.find(({ code }) => codes.includes(code));
  if (notice === undefined) return null;
  return (
    <p class="tally">
      <Text length={300}>{capitalised(notice.message)}</Text>
    </p>
  );
}

function problemsOf({ reason, waivers, violations }: ContractResult): Problem[] {
  const broken = violations.flatMap(({ waived, message, obligation, count }, index) =>
    waived
      ? []
      : [
          {
            anchor: violationAnchor(index),
            text: capitalised(message),
            detail: `${obligation}, ${plural(count, 'time')}`,
          },
        ],
  );
  if (reason === undefined) return broken;
  const isOfWaivers = waivers.some(({ outcome }) => outcome === 'expired' || outcome === 'gone');
  return [{ anchor: isOfWaivers ? 'waivers' : 'contract', text: capitalised(reason) }, ...broken];
}

const fills: Readonly<Record<ObligationState, string>> = {
  verified: palette.passed.light,
  violated: palette.failed.light,
  waived: palette.invalid.light,
  unobserved: palette.noDataLine.light,
  'not-tried': palette.noDataLine.light,
};

/** "133 verified · 2 violated · 1 waived", and the same as a bar. */
function Tally({ contract: { obligations } }: { readonly contract: ContractResult }): VNode | null {
  const counts = obligationStates
    .map((state) => ({ state, count: obligations.filter((obligation) => obligation.state === state).length }))
    .filter(({ count }) => count > 0);
  if (counts.length === 0) return null;
  const words = counts.map(
    ({ state, count }) => `${formatCount(count)} ${obligationWords[state].toLowerCase()}`,
  );
  return (
    <>
      <TallyBar counts={counts} total={obligations.length} />
      <p class="tally">{words.join(' · ')}</p>
    </>
  );
}

/** So that one of a thousand is seen. */
const narrowest = 4;

interface TallyBarProps {
  readonly counts: readonly { readonly state: ObligationState; readonly count: number }[];
  readonly total: number;
}

function TallyBar({ counts, total }: TallyBarProps): VNode {
  const rest = barWidth - counts.length * narrowest;
  let x = 0;
  return (
    <Bar>
      {counts.map(({ state, count }) => {
        const own = narrowest + (count / total) * rest;
        const bar = (
          <rect
            x={x.toFixed(1)}
            width={(own - 1.5).toFixed(1)}
            height="6"
            fill={fills[state]}
            class={obligationTones[state] === 'no-data' ? 'rest' : obligationTones[state]}
          />
        );
        x += own;
        return bar;
      })}
    </Bar>
  );
}
