/** Environment variables, as process.env holds them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The variable's value; undefined where it is absent or empty. Names ignore case on Windows. */
export function readVariable(
  environment: Environment,
  name: string,
  platform: NodeJS.Platform,
): string | undefined {
  const sameName = (key: string): boolean =>
    platform === 'win32' ? key.toUpperCase() === name.toUpperCase() : key === name;
  const value = Object.entries(environment).find(([key]) => sameName(key))?.[1];
  return value === '' ? undefined : value;
}
