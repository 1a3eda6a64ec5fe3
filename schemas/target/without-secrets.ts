import { secretForms } from './secret-forms';
import type { Target } from './target';

/** A text of somebody else's program, such as a log, in which no token of a target stands any more. */
export function withoutSecrets({ token, forbiddenToken = '' }: Pick<Target, 'token' | 'forbiddenToken'>) {
  const forms = [
    ...secretForms(token).map((form) => [form, '$POPSELL_TOKEN'] as const),
    ...secretForms(forbiddenToken).map((form) => [form, '$POPSELL_FORBIDDEN_TOKEN'] as const),
  ].sort(([one], [other]) => other.length - one.length);
  return (text: string): string => forms.reduce((rest, [form, name]) => rest.split(form).join(name), text);
}
