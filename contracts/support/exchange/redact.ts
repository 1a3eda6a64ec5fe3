/** Replaces secrets by the variable they are read from, so that shown commands still run. */
export type Redact = (text: string) => string;

/**
 * Builds the redaction of a set of secrets, by variable name: every occurrence of the token
 * becomes `$POPSELL_TOKEN`. Longer secrets go first, so that one inside another leaves no rest.
 */
export function redactor(secrets: Readonly<Record<string, string | undefined>>): Redact {
  const known = Object.entries(secrets)
    .filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '')
    .sort(([, a], [, b]) => b.length - a.length);
  return (text) => known.reduce((result, [name, secret]) => result.replaceAll(secret, `$${name}`), text);
}
