/** Lengths of time that a reader can think in, in seconds. */
const stretches = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1_200, 1_800, 3_600, 7_200, 14_400];

/** The shortest round length that is not below the given one. */
export function roundStretch(seconds: number): number {
  return stretches.find((stretch) => stretch >= seconds) ?? Math.ceil(seconds / 3_600) * 3_600;
}
