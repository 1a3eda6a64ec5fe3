import type { ContractResult, Violation } from '../../../schemas/generated/types';
import { plural } from '../../text/numbers';
import { plainLine } from '../../text/plain-line';
import { commonAnswer } from '../../verdict/common-answer';
import { openViolations } from '../../verdict/sentence';
import type { Painter } from './painter';

const shownViolations = 20;
const longestCommand = 2_000;

/** What is broken, by obligation, and how to see each again. */
export function violationLines(contract: ContractResult, paint: Painter): string[] {
  const violations = openViolations(contract);
  const lines = [...byObligation(violations.slice(0, shownViolations))].flatMap(([obligation, group]) => [
    paint(plainLine(obligation, 160), 'red', 'bold'),
    ...group.flatMap((violation) => describe(violation, paint)),
  ]);
  const [first] = violations;
  const more = violations.length - shownViolations;
  const common = commonAnswer(violations);
  return [
    ...(common === null ? [] : [paint(common, 'bold'), '']),
    ...lines,
    ...(more > 0 ? [`and ${plural(more, 'more violation')}`] : []),
    ...(first === undefined
      ? []
      : [
          paint(
            `npm run contracts -- --explain '${plainLine(first.obligation, 160)}' says what to look at`,
            'grey',
          ),
        ]),
  ];
}

function byObligation(violations: readonly Violation[]): Map<string, Violation[]> {
  const groups = new Map<string, Violation[]>();
  for (const violation of violations) {
    groups.set(violation.obligation, [...(groups.get(violation.obligation) ?? []), violation]);
  }
  return groups;
}

function describe(
  { message, pointer, received, documented, count, exchange }: Violation,
  paint: Painter,
): string[] {
  const place = pointer === undefined || pointer === '' ? '' : ` · ${plainLine(pointer, 160)}`;
  return [
    `  ${plainLine(message)}${place} ${paint(`(${plural(count, 'time')})`, 'grey')}`,
    `    ${paint('Received:  ', 'grey')} ${plainLine(received, 200)}`,
    `    ${paint('Documented:', 'grey')} ${plainLine(documented, 200)}`,
    `    ${paint(commandLine(exchange.curl), 'grey')}`,
  ];
}

/** A command in one line, so that it can be copied whole; half a command, or one whose body has changed, is of no use. */
function commandLine(curl: string): string {
  if (curl.length > longestCommand) return 'a long request: the report has its curl command';
  const command = curl.replaceAll(' \\\n  ', ' ');
  const shown = plainLine(command, 2 * longestCommand);
  return shown === command ? shown : 'a request that one line cannot show: the report has its curl command';
}
