/** A colour in light and in dark surroundings. */
interface Colour {
  readonly light: string;
  readonly dark: string;
}

const colour = (light: string, dark: string): Colour => ({ light, dark });

/** Colours of the page: text on `paper` or on its state's `…Soft` has at least the contrast of WCAG AA. */
export const palette = {
  ground: colour('#f5f5f2', '#14171a'),
  paper: colour('#ffffff', '#1b1f23'),
  inset: colour('#f6f6f3', '#22272c'),
  line: colour('#e2e2dc', '#333a41'),
  ink: colour('#1c2126', '#e7e9eb'),
  muted: colour('#59616a', '#a3acb5'),
  accent: colour('#245b9c', '#8bb9f1'),
  passed: colour('#196340', '#74d3a0'),
  passedSoft: colour('#e4f2ea', '#17332a'),
  passedLine: colour('#b9dcc8', '#2b5a48'),
  failed: colour('#a8261d', '#ff9c93'),
  failedSoft: colour('#fbe9e7', '#43211f'),
  failedLine: colour('#efbcb6', '#74403c'),
  invalid: colour('#7d4c00', '#edb95f'),
  invalidSoft: colour('#fbf0d8', '#3b2e14'),
  invalidLine: colour('#e8cf98', '#6b5524'),
  incomplete: colour('#5f4199', '#c2abf4'),
  incompleteSoft: colour('#f0ebf9', '#2e2642'),
  incompleteLine: colour('#d2c3ec', '#54467a'),
  noData: colour('#545c65', '#a9b1ba'),
  noDataSoft: colour('#ecedea', '#292f35'),
  noDataLine: colour('#cfd2d0', '#48515a'),
} as const satisfies Record<string, Colour>;

/**
 * Colours of charts. They stand in the SVG as attributes, so that charts show without styles; the style sheet finds
 * them there and turns them dark. Hence no two are alike.
 */
export const chartPalette = {
  text: colour('#59616b', '#a3acb6'),
  grid: colour('#e7e7e2', '#2b3137'),
  axis: colour('#b9bbb5', '#4a525a'),
  blue: colour('#2b659f', '#7fb2ee'),
  orange: colour('#a85a06', '#f0ad62'),
  grey: colour('#69717a', '#9099a2'),
  red: colour('#b9322a', '#ff8c82'),
  green: colour('#1f6f49', '#6bcb98'),
  paper: colour('#fffffe', '#1b1f24'),
} as const satisfies Record<string, Colour>;

/** Custom properties (--ink) for both themes, and the rules that turn charts dark. */
export function paletteCss(): string {
  const properties = (theme: keyof Colour): string =>
    Object.entries(palette)
      .map(([name, { [theme]: value }]) => `--${kebab(name)}:${value};`)
      .join('');
  const dark = Object.values(chartPalette).map((entry) =>
    ['fill', 'stroke'].map((part) => `[${part}="${entry.light}"]{${part}:${entry.dark}}`).join(''),
  );
  return `:root{${properties('light')}}@media screen and (prefers-color-scheme:dark){:root{${properties('dark')}}${dark.join('')}}`;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
