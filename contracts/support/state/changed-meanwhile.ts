import { suite } from '../suite';

/** Somebody may use the chatroom; or a request changes it, and not every time. */
export function noteChangedMeanwhile(): void {
  suite.collector.addNotice(
    'changed-meanwhile',
    'a chatroom changed while requests were sent that should not change it so, and did not when they were sent again',
  );
}
