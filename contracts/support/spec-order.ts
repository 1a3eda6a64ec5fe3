const first = ['200-ok.spec.ts', 'concurrency.spec.ts'];
const last = 'valid-beside-invalid.spec.ts';

/**
 * The spec files among some names, in the order in which they run: by name, but behind those that others build on. Requests
 * go side by side once a run has seen that the API keeps them apart. What rejected requests change may be seen only once,
 * and those that are watched for it come before those that are sent in a burst.
 */
export function inOrder(names: readonly string[]): string[] {
  const specs = names.filter((name) => name.endsWith('.spec.ts')).sort();
  const place = (name: string): number => (name === last ? 2 : first.includes(name) ? 0 : 1);
  return specs.sort((one, other) => place(one) - place(other));
}
