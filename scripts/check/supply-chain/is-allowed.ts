import { allowedLicences, developmentLicences, ownLicences } from './licence-rule';
import type { LockedPackage } from './locked-packages';
// @ts-expect-error The package has no types.
import untyped from 'spdx-satisfies';

const satisfies = untyped as (expression: string, allowed: readonly string[]) => boolean;

/** Whether the licence rule lets a package in. What is no SPDX expression is not let in. */
export function isAllowed({ licence, runtime }: LockedPackage): boolean {
  if (licence === undefined) return false;
  const allowed = [...allowedLicences, ...ownLicences, ...(runtime ? [] : developmentLicences)];
  try {
    return satisfies(licence, allowed);
  } catch {
    return false;
  }
}
