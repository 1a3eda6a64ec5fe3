import type { TargetFile } from '../../schemas/generated/types';
import { shortestSecret } from '../../schemas/target/secret-forms';
import { UsageError } from '../exit-codes';

/** Checks what a schema cannot say. Throws a {@link UsageError} that names the field. */
export function checkTarget(target: TargetFile, source: string): void {
  const { name, baseUrl, brands, token, forbiddenToken } = target;
  const problems = [
    ...baseUrlProblems(baseUrl),
    ...secretProblems('name', name, target),
    ...secretProblems('baseUrl', baseUrl, target),
    ...headerProblems('token', token),
    ...headerProblems('forbiddenToken', forbiddenToken),
    ...brands.flatMap(({ id, chatrooms }, index) => [
      ...(brands.findIndex((other) => other.id === id) < index
        ? [`brands[${index}].id is ${id}, as an earlier one; accepted: each brand once`]
        : []),
      ...(!Array.isArray(chatrooms) && chatrooms.from > chatrooms.to
        ? [
            `brands[${index}].chatrooms is an empty range, ${chatrooms.from} to ${chatrooms.to}; accepted: from <= to`,
          ]
        : []),
    ]),
  ];
  if (problems.length > 0) {
    throw new UsageError(
      [`target ${source} is wrong:`, ...problems.map((problem) => `  ${problem}`)].join('\n'),
    );
  }
}

/** What makes a text no base URL, each with the accepted form. */
export function baseUrlProblems(baseUrl: string): string[] {
  const accepted = 'accepted: an absolute http or https URL, such as https://staging.example.org/api/v2';
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || !/^https?:\/\//i.test(baseUrl)) {
    // Of a URL of the wrong form, what stands before an @ may be a password all the same.
    return [`baseUrl is "${baseUrl.replace(/[^/]*@/, '…@')}"; ${accepted}`];
  }
  if (url.username !== '' || url.password !== '') return [`baseUrl holds a user or a password; ${accepted}`];
  if (url.search !== '' || url.hash !== '') return [`baseUrl has a query or a fragment; ${accepted}`];
  if (/\/chat\/chatrooms\b/i.test(url.pathname)) {
    return [`baseUrl has the operation's own path, /chat/chatrooms, which the suite adds; ${accepted}`];
  }
  return [];
}

/** A token with a line end or a character beyond Latin-1 cannot be sent in a header. */
function headerProblems(field: string, token: string | undefined): string[] {
  if (token === undefined || /^[\x21-\x7e]+$/.test(token)) return [];
  if (/^bearer\s/i.test(token))
    return [`${field} begins with the scheme, Bearer, which the suite adds; accepted: the token alone`];
  return [
    `${field} has a space, a line end or another character that a header cannot carry; accepted: visible ASCII`,
  ];
}

/** Names and addresses stand in every file of a run. */
export function secretProblems(
  field: string,
  text: string,
  { token, forbiddenToken }: Pick<TargetFile, 'token' | 'forbiddenToken'>,
): string[] {
  const isSecret = (secret = ''): boolean => secret.length >= shortestSecret && text.includes(secret);
  const holds = isSecret(token) ? 'token' : isSecret(forbiddenToken) ? 'forbiddenToken' : undefined;
  return holds === undefined
    ? []
    : [`${field} holds the ${holds}, and reports show it; accepted: a text without it`];
}
