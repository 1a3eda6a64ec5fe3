import type { LoadViolation } from '../../schemas/generated/types';
import type { Example } from '../telemetry/example-line';
import type { Recorded } from '../telemetry/recorder';
import { describeFinding, type Finding } from '../verification/finding';

/** Violations with one example each, those that happened most first. */
export function violationsOf(
  counted: Recorded['violations'],
  examples: ReadonlyMap<string, Example>,
): LoadViolation[] {
  const all = new Map(counted.map((violation) => [findingKey(violation), violation]));
  // k6 was killed before it exported the count of what it had already printed.
  for (const [key, { finding }] of examples) if (!all.has(key)) all.set(key, { ...finding, count: 1 });
  return [...all.values()]
    .sort((a, b) => b.count - a.count)
    .map((violation) => {
      const example = examples.get(findingKey(violation));
      return {
        check: violation.check,
        message: describeFinding(violation),
        ...(violation.pointer === '' ? {} : { pointer: violation.pointer }),
        count: violation.count,
        ...(example === undefined ? {} : { example: example.exchange }),
      };
    });
}

export function findingKey({ check, pointer, cause }: Finding): string {
  return `${check} ${pointer} ${cause}`;
}
