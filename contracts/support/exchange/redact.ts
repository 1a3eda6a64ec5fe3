import { secretForms, shortestSecret } from '../../../schemas/target/secret-forms';
import { nearTokens } from './near-tokens';

/** Replaces secrets by the variable they are read from, so that shown commands still run. */
export type Redact = (text: string) => string;

/** What stands in place of a secret: a variable, which needs braces where its name would go on; or text. */
type Shown = { readonly variable: string } | { readonly text: string };

/**
 * Builds the redaction of a set of secrets, by variable name: every occurrence of the token
 * becomes `$POPSELL_TOKEN`, in braces where a name would go on, and so does its base64; the tokens that the specs send and
 * that differ from it in one character become pieces of it. Longer secrets go first, so that one inside another leaves no rest.
 */
export function redactor(secrets: Readonly<Record<string, string | undefined>>): Redact {
  const known = Object.entries(secrets)
    .flatMap(([variable, secret]) => formsOf(variable, secret ?? ''))
    .sort(([a], [b]) => b.length - a.length);
  if (known.length === 0) return (text) => text;
  // Whole tokens come last, and win over a piece that is another's whole.
  const shownFor = new Map(
    [...known].sort(([, a], [, b]) => Number('variable' in a) - Number('variable' in b)),
  );
  // One pass: a short secret must not be looked for in the names that others were replaced by.
  const anySecret = new RegExp(`(${known.map(([secret]) => escape(secret)).join('|')})(?=(\\w?))`, 'g');
  return (text) =>
    text.replace(anySecret, (_, secret: string, next: string) => {
      const shown = shownFor.get(secret) ?? { text: '' };
      if ('text' in shown) return shown.text;
      return next === '' ? `$${shown.variable}` : `\${${shown.variable}}`;
    });
}

function formsOf(variable: string, secret: string): [secret: string, shown: Shown][] {
  const whole = secretForms(secret).map((form): [string, Shown] => [form, { variable }]);
  if (secret.length < shortestSecret) return whole;
  // Where the whole token is inside, it is found by itself.
  const near = Object.values(nearTokens(secret, variable)).filter(({ sent }) => !sent.includes(secret));
  return [...whole, ...near.map(({ sent, shown }): [string, Shown] => [sent, { text: shown }])];
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
