import { brandListForm } from '../../../schemas/target/brand-list';
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

/** Asks for what no option has given; a wrong answer is explained, and asked for again. */
export async function askForTarget(
  given: Partial<TargetAnswers>,
  ask: Ask,
  say: (line: string) => void,
): Promise<TargetAnswers> {
  const answer = async <T>(question: string, parse: (text: string) => T): Promise<T> => {
    for (;;) {
      try {
        return parse((await ask(`${question}: `)).trim());
      } catch (error) {
        if (!(error instanceof AnswerError)) throw error;
        say(error.message);
      }
    }
  };
  const baseUrl = given.baseUrl ?? (await answer('Base URL, without /chat/chatrooms', baseUrlAnswer));
  const proposed = nameFrom(baseUrl);
  return {
    baseUrl,
    name:
      given.name ??
      (await answer(`A short name [${proposed}]`, (text) => (text === '' ? proposed : nameAnswer(text)))),
    brands:
      given.brands ??
      (await answer(`Brands, and chatrooms that the suite may change, ${brandListForm}`, brandsAnswer)),
    forbiddenToken:
      given.forbiddenToken ??
      (await answer('Is there a token without permission, to try 403 with (y/N)', yesAnswer)),
    contractRate:
      given.contractRate ??
      (await answer('At most how many contract requests a second (nothing: no limit)', rateAnswer)),
    loadRate:
      given.loadRate ??
      (await answer('At most how many requests a second under load (nothing: no load there)', rateAnswer)),
  };
}
