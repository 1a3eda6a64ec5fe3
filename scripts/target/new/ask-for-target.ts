import { isLoopback } from '../../../load/run/loopback';
import {
  AnswerError,
  baseUrlAnswer,
  brandsAnswer,
  nameAnswer,
  nameFrom,
  rateAnswer,
  yesAnswer,
  type TargetAnswers,
} from './target-answers';

/** Puts a question and resolves with the line that was typed. */
export type Ask = (question: string) => Promise<string>;

interface Questions {
  readonly ask: Ask;
  readonly say: (line: string) => void;
  /** Throws an {@link AnswerError} where a target of this name cannot be written. */
  readonly checkName: (name: string) => void;
}

/** Asks for what no option has given; a wrong answer is explained, and asked for again. */
export async function askForTarget(
  given: Partial<TargetAnswers>,
  { ask, say, checkName }: Questions,
): Promise<TargetAnswers> {
  const answer = async <T>(question: string, parse: (text: string) => T): Promise<T> => {
    for (;;) {
      try {
        return parse(withoutQuotes((await ask(`${question} `)).trim()));
      } catch (error) {
        if (!(error instanceof AnswerError)) throw error;
        say(error.message);
      }
    }
  };
  const baseUrl =
    given.baseUrl ?? (await answer('Base URL, such as https://staging.example.org/api/v2:', baseUrlAnswer));
  const proposed = nameFrom(baseUrl);
  return {
    baseUrl,
    name:
      given.name ??
      (await answer(`A short name, also of the file [${proposed}]:`, (text) => {
        const name = text === '' ? proposed : nameAnswer(text);
        checkName(name);
        return name;
      })),
    brands:
      given.brands ??
      (await answer(
        'Brands, and chatrooms that the suite may change, such as 3:301,302;4:400-419:',
        brandsAnswer,
      )),
    forbiddenToken:
      given.forbiddenToken ??
      (await answer('Is there a token without permission, to try 403 with? [y/N]', yesAnswer)),
    contractRate:
      given.contractRate ??
      (await answer('Contracts: at most how many requests a second? [no limit]', rateAnswer)),
    loadRate:
      given.loadRate ??
      // Load on this machine needs no leave.
      (isLoopback(baseUrl)
        ? undefined
        : await answer('Load: at most how many requests a second? [no load allowed]', rateAnswer)),
  };
}

/** An example's quotes are easily typed as well. */
function withoutQuotes(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, '$2');
}
