import type { Violation } from '../../../schemas/generated/types';
import { obligationOf } from '../../obligations/catalogue';
import { printable } from './printable';

type Shown = Omit<Violation, 'waived'>;

/** A violation as a failing test shows it: sent, received, documented, and where. */
export function violationText(violation: Shown): string {
  const { title, documentation, policy } = obligationOf(violation.obligation);
  const ledger = policy.length === 0 ? '' : ` (ledger ${policy.join(', ')})`;
  const lines = [
    `${violation.obligation}: ${violation.message}`,
    `  promised    ${title}`,
    `  received    ${violation.received}`,
    `  documented  ${violation.documented}`,
    `  source      ${documentation}${ledger}`,
    ...(violation.pointer === undefined
      ? []
      : [`  pointer     ${violation.pointer === '' ? '(the whole body)' : violation.pointer}`]),
    ...(violation.count > 1 ? [`  seen        ${violation.count} times so far; the first:`] : []),
    indent(commandText(violation.exchange.curl)),
    indent(answerText(violation)),
  ];
  return printable(lines.join('\n'));
}

/** A command that fills the screen hides what it is the command of. */
const longestCommand = 2_000;

function commandText(curl: string): string {
  return curl.length > longestCommand ? 'a long request: the report has its curl command' : curl;
}

function answerText({ exchange: { response, error } }: Shown): string {
  if (response === null) return `no answer: ${error ?? 'unknown cause'}`;
  const type = response.headers['content-type'];
  return [`HTTP ${response.status}${type === undefined ? '' : `, ${type}`}`, response.body].join('\n');
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '    ');
}
