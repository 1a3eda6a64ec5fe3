import { UsageError } from '../exit-codes';

type Environment = Readonly<Record<string, string | undefined>>;

interface Missing {
  readonly variable: string;
  readonly field: string;
}

/**
 * Replaces `${NAME}` in every string below a value by the environment's. Throws a {@link UsageError} where
 * variables are not set, or are empty, naming each and the field that reads it.
 */
export function resolveVariables(value: unknown, environment: Environment, file: string): unknown {
  const missing: Missing[] = [];
  const resolved = resolveBelow(value, '', (text, field) =>
    text.replace(/\$\{([^}]*)\}/g, (_, variable: string) => {
      const set = environment[variable] ?? '';
      if (set === '') missing.push({ variable, field });
      return set;
    }),
  );
  if (missing.length > 0)
    throw new UsageError(missing.map((one) => missingText(one, file)).join('\n       '));
  return resolved;
}

function resolveBelow(
  value: unknown,
  field: string,
  resolve: (text: string, field: string) => string,
): unknown {
  if (typeof value === 'string') return resolve(value, field);
  if (Array.isArray(value)) {
    return value.map((item, index) => resolveBelow(item, `${field}[${index}]`, resolve));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      resolveBelow(item, field === '' ? name : `${field}.${name}`, resolve),
    ]),
  );
}

function missingText({ variable, field }: Missing, file: string): string {
  return `${variable} is not set: ${file} reads ${field} from it; accepted: the variable set, such as with export ${variable}=…${orWithout(field)}`;
}

/** 403 is tried with another token, which not every team has. */
function orWithout(field: string): string {
  return field === 'forbiddenToken' ? ', or a file without forbiddenToken, where there is no such token' : '';
}
