export interface Size {
  readonly width: number;
  readonly height: number;
  /** Distinguishes two drawings of one chart; part of the ids inside. */
  readonly name: 'wide' | 'narrow';
}

/** Both widths are drawn, and the style sheet shows one: text in a scaled picture would not stay readable. */
export const sizes: readonly Size[] = [
  { name: 'wide', width: 1040, height: 260 },
  { name: 'narrow', width: 330, height: 220 },
];
