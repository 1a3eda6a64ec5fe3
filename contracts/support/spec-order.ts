const first = ['200-ok.spec.ts', 'concurrency.spec.ts'];

/**
 * The spec files among some names, in the order in which they run: by name, but behind those that others build on. Requests
 * go side by side once a run has seen that the API keeps them apart.
 */
export function inOrder(names: readonly string[]): string[] {
  const specs = names.filter((name) => name.endsWith('.spec.ts')).sort();
  return [...first.filter((name) => specs.includes(name)), ...specs.filter((name) => !first.includes(name))];
}
