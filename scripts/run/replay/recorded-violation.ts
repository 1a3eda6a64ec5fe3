import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { SentRequest } from '../../../contracts/support/exchange/exchange';
import type { ContractResult, Violation } from '../../../schemas/generated/types';
import type { Target } from '../../../schemas/target/target';
import { inOtherCase } from '../../../contracts/support/exchange/near-tokens';
import { UsageError } from '../../exit-codes';
import { readJsonFile } from '../../target/read-json-file';
import { validateFile } from '../../target/validate-file';
import { parsePlace, placeForm } from './parse-place';

/** One violation of a run. */
export interface RecordedViolation {
  readonly folder: string;
  readonly violation: Violation;
  readonly run: ContractResult;
}

/** The violation that a place names, as {@link parsePlace} reads it. Throws a {@link UsageError} where there is none. */
export function recordedViolation(place: string): RecordedViolation {
  const { path, number } = parsePlace(place);
  // The page of a run, or its contract.json, stands for its folder.
  const folder = isFile(path) ? dirname(path) : path;
  const file = join(folder, 'contract.json');
  // As it is, not as reports show it: they blank what a request needs.
  const run = validateFile(readJsonFile(file, 'result'), 'contract', 'result', file);
  const { violations } = run;
  const violation = violations[number - 1];
  if (violation === undefined) {
    throw new UsageError(
      `--replay ${place}: the run has ${violations.length === 1 ? '1 violation' : `${violations.length} violations`}; ${placeForm}`,
    );
  }
  return { folder, violation, run };
}

/**
 * The request of a violation, its tokens put in again. Throws a {@link UsageError} where it cannot be sent as it was,
 * or would go to another host than the target's.
 */
export function recordedRequest({ exchange }: Violation, target: Target): SentRequest {
  const { url, headers, body } = exchange.request;
  const put = (text: string): string => withTokens(text, target);
  const request: SentRequest = {
    method: 'PATCH',
    url: put(url),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, put(value)])),
    body: body === null ? undefined : put(body),
  };
  if (!request.url.startsWith(`${target.baseUrl}/`)) {
    throw new UsageError(
      `the request went to ${url}, and the target is ${target.baseUrl}; accepted: the same target`,
    );
  }
  return request;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function withTokens(text: string, { token, forbiddenToken }: Target): string {
  return text.replaceAll(
    // A piece of a token is written as bash cuts it (from, and how many characters), and ~~ turns its case.
    /\$(?:\{(POPSELL_(?:FORBIDDEN_)?TOKEN)(~~|(?::\d+){0,2})\}|(POPSELL_(?:FORBIDDEN_)?TOKEN)(?!\w))/g,
    (_, braced: string | undefined, cut: string | undefined, plain: string | undefined) => {
      if ((braced ?? plain) === 'POPSELL_TOKEN') return pieceOf(token, cut ?? '');
      if (forbiddenToken !== undefined) return pieceOf(forbiddenToken, cut ?? '');
      throw new UsageError(
        'the request had the forbiddenToken, and the target has none: set POPSELL_FORBIDDEN_TOKEN',
      );
    },
  );
}

function pieceOf(token: string, cut: string): string {
  if (cut === '~~') return inOtherCase(token);
  const [from = 0, length = token.length] = cut.split(':').slice(1).map(Number);
  return token.slice(from, from + length);
}
