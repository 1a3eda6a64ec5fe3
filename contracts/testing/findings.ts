import type { Broken, Finding } from '../support/judge/finding';

export function violationsIn(findings: readonly Finding[]): Broken[] {
  return findings.filter((finding) => finding.kind === 'broken');
}

/** The ids of what was observed to hold. */
export function heldIn(findings: readonly Finding[]): string[] {
  return findings.flatMap((finding) => (finding.kind === 'held' ? [finding.obligation] : []));
}
