import type { TargetBrand } from '../generated/types';
import { formatBrandList, parseBrandList } from './brand-list';
import type { Redaction } from './redaction';

/** A target ready for use: variables resolved, defaults filled in. */
export interface Target {
  readonly name: string;
  /** Absolute http or https URL without a trailing slash. */
  readonly baseUrl: string;
  readonly token: string;
  readonly forbiddenToken?: string | undefined;
  readonly brands: readonly TargetBrand[];
  /** A chatroom id that no brand has. */
  readonly unknownChatroom: number;
  /** Limit for the contract specs; undefined: none. */
  readonly maxRequestsPerSecond?: number | undefined;
  /** What files must not show beside the usual; undefined: nothing. */
  readonly redact?: Partial<Redaction> | undefined;
}

export const defaultUnknownChatroom = 999_999_999;

/** Thrown where a variable of the environment is missing or wrong; the message names it. */
export class TargetEnvironmentError extends Error {}

/**
 * How programs hand a target to each other: as environment variables, so that secrets reach neither a
 * file nor a command line. {@link targetFromEnvironment} is the inverse.
 */
export function targetToEnvironment(target: Target): Record<string, string> {
  return {
    POPSELL_TARGET_NAME: target.name,
    POPSELL_BASE_URL: target.baseUrl,
    POPSELL_TOKEN: target.token,
    POPSELL_BRANDS: formatBrandList(target.brands),
    POPSELL_UNKNOWN_CHATROOM: String(target.unknownChatroom),
    // Empty stands for absent: a value that the caller's own environment holds must not shine through.
    POPSELL_FORBIDDEN_TOKEN: target.forbiddenToken ?? '',
    POPSELL_MAX_REQUESTS_PER_SECOND: String(target.maxRequestsPerSecond ?? ''),
    POPSELL_REDACT_HEADERS: target.redact?.headers?.join() ?? '',
    POPSELL_REDACT_FIELDS: target.redact?.fields?.join() ?? '',
  };
}

/** Throws {@link TargetEnvironmentError} or BrandListError. */
export function targetFromEnvironment(environment: Readonly<Record<string, string | undefined>>): Target {
  const read = (name: string): string | undefined => {
    const value = environment[name];
    return value === '' ? undefined : value;
  };
  const need = (name: string): string => {
    const value = read(name);
    if (value === undefined) throw new TargetEnvironmentError(`${name} is not set`);
    return value;
  };
  const readNumber = (name: string): number | undefined => {
    const value = read(name);
    if (value === undefined) return undefined;
    if (Number(value) > 0) return Number(value);
    throw new TargetEnvironmentError(`${name} is "${value}"; accepted: a number above 0`);
  };
  const baseUrl = need('POPSELL_BASE_URL').replace(/\/+$/, '');
  return {
    name: read('POPSELL_TARGET_NAME') ?? baseUrl,
    baseUrl,
    token: need('POPSELL_TOKEN'),
    forbiddenToken: read('POPSELL_FORBIDDEN_TOKEN'),
    brands: parseBrandList(need('POPSELL_BRANDS')),
    unknownChatroom: readNumber('POPSELL_UNKNOWN_CHATROOM') ?? defaultUnknownChatroom,
    maxRequestsPerSecond: readNumber('POPSELL_MAX_REQUESTS_PER_SECOND'),
    redact: redactFromEnvironment(environment),
  };
}

/** The part of a target that the load script needs too. */
export function redactFromEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Partial<Redaction> | undefined {
  const names = (variable: string): string[] | undefined => {
    const text = environment[variable];
    return text === undefined || text === '' ? undefined : text.split(',');
  };
  const [headers, fields] = [names('POPSELL_REDACT_HEADERS'), names('POPSELL_REDACT_FIELDS')];
  if (headers === undefined && fields === undefined) return undefined;
  return { ...(headers && { headers }), ...(fields && { fields }) };
}
