import type { PlannedRequest } from '../../traffic/planned-request';
import { checkAnswer, type Answer, type Checked } from '../../verification/check-answer';
import * as validators from '../../verification/compiled-validators';

/** Everything that can be said of an answer: for the sample, and for what did not look right at once. */
export function scrutinize(answer: Answer, request: PlannedRequest): Checked {
  return checkAnswer(answer, request, validators);
}
