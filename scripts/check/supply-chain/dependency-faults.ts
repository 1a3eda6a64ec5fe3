export const maxRuntimeDependencies = 15;

/** What is wrong between the runtime dependencies and the table that says why each is there; empty: nothing. */
export function dependencyFaults(dependencies: readonly string[], page: string): string[] {
  const explained = [...page.matchAll(/^\| (?!package |-)(.+?) *\| *(.*?) *\|$/gm)].flatMap(
    ([, names = '', why = '']) => names.split(', ').map((name) => ({ name, why })),
  );
  const isExplained = (name: string): boolean => explained.some((row) => row.name === name && row.why !== '');
  return [
    ...(dependencies.length > maxRuntimeDependencies
      ? [`${dependencies.length} runtime dependencies; at most ${maxRuntimeDependencies} are agreed on`]
      : []),
    ...dependencies
      .filter((name) => !isExplained(name))
      .map((name) => `${name} is a dependency, and no line says why`),
    ...explained
      .filter(({ name }) => !dependencies.includes(name))
      .map(({ name }) => `${name} has a line, and is no dependency`),
  ];
}
