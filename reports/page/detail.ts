/** How much of each violation the page shows. */
export interface Detail {
  /** Characters of a recorded body. */
  readonly bodyLength: number;
  /** Violations with all that belongs to them; the others are counted. A page of a thousand helps nobody. */
  readonly violations: number;
}

/** From all to little: the first with which the page is small enough wins. */
export const details: readonly Detail[] = [
  ...[4_096, 2_048, 1_024, 512, 256, 0].map((bodyLength) => ({ bodyLength, violations: 200 })),
  { bodyLength: 0, violations: 50 },
  { bodyLength: 0, violations: 10 },
];
