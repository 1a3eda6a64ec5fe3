/**
 * One operation on a register: it wrote a value, or saw one. Times are of one clock, such as
 * performance.now(); the operation took effect at some moment between its two.
 */
export interface Operation {
  readonly kind: 'write' | 'read';
  readonly value: string;
  readonly startedAtMs: number;
  /** Infinity for a write that was not answered: it may have taken effect at any time, or never. */
  readonly endedAtMs: number;
}

/** What clients did to one register. No two writes write the same value, and none the initial one. */
export interface History<Op extends Operation = Operation> {
  /** The value before the first operation. */
  readonly initial: string;
  /** In any order. A read that was not answered says nothing, and is left out. */
  readonly operations: readonly Op[];
}
