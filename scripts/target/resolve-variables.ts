import { UsageError } from '../exit-codes';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Replaces `${NAME}` in every string below a value by the environment's. Throws a {@link UsageError} where
 * a variable is not set, or is empty, naming it and the field that reads it.
 */
export function resolveVariables(
  value: unknown,
  environment: Environment,
  file: string,
  field = '',
): unknown {
  if (typeof value === 'string') return resolveString(value, environment, file, field);
  if (Array.isArray(value)) {
    return value.map((item, index) => resolveVariables(item, environment, file, `${field}[${index}]`));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      resolveVariables(item, environment, file, field === '' ? name : `${field}.${name}`),
    ]),
  );
}

function resolveString(text: string, environment: Environment, file: string, field: string): string {
  return text.replace(/\$\{([^}]*)\}/g, (_, name: string) => {
    const value = environment[name];
    if (value === undefined || value === '') {
      throw new UsageError(
        `${name} is not set: ${file} reads ${field} from it; accepted: the variable set, such as with export ${name}=…${orWithout(field)}`,
      );
    }
    return value;
  });
}

/** 403 is tried with another token, which not every team has. */
function orWithout(field: string): string {
  return field === 'forbiddenToken' ? ', or a file without forbiddenToken, where there is no such token' : '';
}
