/** How a long task speaks to whoever waits for it. */
export interface Voice {
  /** Takes one line that stays. */
  readonly say: (line: string) => void;
  /** Takes a line that replaces the one before it; absent where lines cannot be rewritten. */
  readonly rewrite?: ((line: string) => void) | undefined;
}
