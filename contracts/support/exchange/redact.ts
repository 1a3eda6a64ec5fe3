import { secretForms } from '../../../schemas/target/secret-forms';

/** Replaces secrets by the variable they are read from, so that shown commands still run. */
export type Redact = (text: string) => string;

/**
 * Builds the redaction of a set of secrets, by variable name: every occurrence of the token
 * becomes `$POPSELL_TOKEN`, in braces where a name would go on, and so does its base64. Longer secrets go first, so that one
 * inside another leaves no rest.
 */
export function redactor(secrets: Readonly<Record<string, string | undefined>>): Redact {
  const known = Object.entries(secrets)
    .flatMap(([name, secret]) => secretForms(secret ?? '').map((form): [string, string] => [name, form]))
    .sort(([, a], [, b]) => b.length - a.length);
  if (known.length === 0) return (text) => text;
  const names = new Map(known.map(([name, secret]) => [secret, name]));
  // One pass: a short secret must not be looked for in the names that others were replaced by.
  const anySecret = new RegExp(`(${known.map(([, secret]) => escape(secret)).join('|')})(?=(\\w?))`, 'g');
  return (text) =>
    text.replace(anySecret, (_, secret: string, next: string) => {
      const name = names.get(secret) ?? '';
      return next === '' ? `$${name}` : `\${${name}}`;
    });
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
