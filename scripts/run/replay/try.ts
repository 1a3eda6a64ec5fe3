/** What one try says about a violation; unseen: nothing that came showed the obligation at all. */
export type Outcome = 'fails' | 'passes' | 'unseen';

/** One time that a violation was tried again. */
export interface Try {
  readonly outcome: Outcome;
  /** What came, or why it proves nothing. */
  readonly says: string;
}

/** One way to try a violation again. */
export interface Way {
  /** What is sent, such as "the request alone". */
  readonly name: string;
  readonly tries: number;
  readonly once: () => Promise<Try>;
  /** True: one try that does not fail is enough. */
  readonly endsWithoutFailure?: boolean;
  /** True: what it takes to fail may be missing, so that other ways have the last word unless it fails each time. */
  readonly isPartial?: boolean;
}
