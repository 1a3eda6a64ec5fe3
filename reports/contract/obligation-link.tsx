import type { VNode } from 'preact';

import type { ContractResult } from '../../schemas/generated/types';
import { obligationAnchor } from '../page/anchors';
import { Code } from '../page/text';

interface ObligationLinkProps {
  readonly id: string;
  readonly contract: ContractResult;
}

/** An obligation's id, as a link where the run lists it: a waiver may name one that no longer exists. */
export function ObligationLink({ id, contract }: ObligationLinkProps): VNode {
  const code = <Code length={120}>{id}</Code>;
  const listed = contract.obligations.some((obligation) => obligation.id === id);
  return listed ? <a href={`#${obligationAnchor(id)}`}>{code}</a> : code;
}
