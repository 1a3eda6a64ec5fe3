/** How much of each violation the page shows. */
export interface Detail {
  /** Characters of a recorded body. */
  readonly bodyLength: number;
  /** Characters of a curl command; a longer one carries a body that nobody types. */
  readonly commandLength: number;
  /** Violations with all that belongs to them; the others are counted. A page of a thousand helps nobody. */
  readonly violations: number;
}

/** From all to little: the first with which the page is small enough wins. */
export const details: readonly Detail[] = [
  { bodyLength: 4_096, commandLength: 2_000, violations: 200 },
  { bodyLength: 2_048, commandLength: 1_000, violations: 200 },
  { bodyLength: 1_024, commandLength: 1_000, violations: 200 },
  { bodyLength: 512, commandLength: 600, violations: 200 },
  { bodyLength: 256, commandLength: 400, violations: 200 },
  { bodyLength: 0, commandLength: 300, violations: 200 },
  { bodyLength: 0, commandLength: 300, violations: 50 },
  { bodyLength: 0, commandLength: 300, violations: 10 },
];
