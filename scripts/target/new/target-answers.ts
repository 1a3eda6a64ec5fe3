import type { TargetBrand } from '../../../schemas/generated/types';
import { BrandListError, parseBrandList } from '../../../schemas/target/brand-list';
import { baseUrlProblems } from '../check-target';

/** What a target file is made of; no secret among it. */
export interface TargetAnswers {
  readonly baseUrl: string;
  readonly name: string;
  readonly brands: readonly TargetBrand[];
  /** True: there is a token without permission, to be read from POPSELL_FORBIDDEN_TOKEN. */
  readonly forbiddenToken: boolean;
  /** Requests a second of the contract specs; undefined: no limit. */
  readonly contractRate: number | undefined;
  /** Requests a second that load may reach; undefined: no load. */
  readonly loadRate: number | undefined;
}

/** An answer that cannot be taken; the message says the accepted form. */
export class AnswerError extends Error {}

export function baseUrlAnswer(text: string): string {
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) {
    // What the documentation's curl command shows is easily taken whole.
    const baseUrl = text
      .trim()
      .replace(/\/chat\/chatrooms(\/[^/?#]*)?\/*$/i, '')
      .replace(/\/+$/, '');
    const [problem] = baseUrlProblems(baseUrl);
    if (problem !== undefined) throw new AnswerError(problem);
    return baseUrl;
  }
  throw new AnswerError(
    `"${text}" is no base URL; accepted: an absolute http or https URL, such as https://staging.example.org/api/v2`,
  );
}

export function nameAnswer(text: string): string {
  if (/^[\w.-]+$/.test(text)) return text;
  throw new AnswerError(`"${text}" is no name; accepted: letters, digits, dots and dashes, such as staging`);
}

export function brandsAnswer(text: string): TargetBrand[] {
  try {
    const brands = parseBrandList(text);
    const ids = brands.map(({ id }) => id);
    const twice = ids.find((id, index) => ids.indexOf(id) < index);
    if (twice === undefined) return brands;
    throw new AnswerError(`brand ${twice} is there twice; accepted: each brand once, such as 3:301,302`);
  } catch (error) {
    if (error instanceof BrandListError) throw new AnswerError(error.message);
    throw error;
  }
}

export function yesAnswer(text: string): boolean {
  if (/^(y|yes|n|no|)$/i.test(text)) return /^y/i.test(text);
  // A token that was typed here is on the screen already, and no further.
  throw new AnswerError('accepted: y or n; the token itself goes into POPSELL_FORBIDDEN_TOKEN, later');
}

/** Empty: no rate. */
export function rateAnswer(text: string): number | undefined {
  if (text === '') return undefined;
  const rate = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (rate > 0) return rate;
  throw new AnswerError(`"${text}" is no rate; accepted: requests per second, more than 0, or nothing`);
}

/** The name that a target gets where none is given: the first label of its host, such as staging. */
export function nameFrom(baseUrl: string): string {
  const { hostname } = new URL(baseUrl);
  return /^[\d.]+$/.test(hostname) || hostname.startsWith('[')
    ? 'target'
    : (hostname.split('.')[0] ?? 'target');
}
