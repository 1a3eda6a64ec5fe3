import { suite } from '../suite';
import { OtherRuns } from './other-runs';

/** Of all chatrooms of the run. */
export const otherRuns = new OtherRuns(() => {
  suite.collector.addNotice(
    'another-run',
    'another run of this suite wrote to the chatrooms of the target while this one went on, so what is said of changed values may be its doing: run them one at a time',
  );
});
