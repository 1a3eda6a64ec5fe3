import type { Target } from '../../schemas/target/target';
import { targetToEnvironment } from '../../schemas/target/target';
import { scratchFile } from './scratch';

/** A right target file; a test changes what it is about. */
export function aTargetFile(changes: object = {}): string {
  return scratchFile({
    name: 'test',
    baseUrl: 'http://127.0.0.1:4010/api/v2',
    token: 'a-token-for-tests',
    brands: [{ id: 3, chatrooms: [301] }],
    ...changes,
  });
}

/** The variables that make a running embedded API the target. */
export function targetVariables(target: Target): Record<string, string> {
  const { POPSELL_BASE_URL, POPSELL_TOKEN, POPSELL_BRANDS, POPSELL_FORBIDDEN_TOKEN } =
    targetToEnvironment(target);
  return Object.fromEntries(
    Object.entries({ POPSELL_BASE_URL, POPSELL_TOKEN, POPSELL_BRANDS, POPSELL_FORBIDDEN_TOKEN }).map(
      ([name, value]) => [name, value ?? ''],
    ),
  );
}
