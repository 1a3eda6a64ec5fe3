import { chartPalette, palette, paletteCss } from './palette';

const luminance = (colour: string): number => {
  const channel = (start: number): number => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
};

const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

const texts = ['ink', 'muted', 'accent', 'passed', 'failed', 'invalid', 'incomplete', 'noData'] as const;
const grounds = ['ground', 'paper', 'inset'] as const;
const tones = ['passed', 'failed', 'invalid', 'incomplete', 'noData'] as const;

describe.each(['light', 'dark'] as const)('the %s palette', (theme) => {
  it.each(texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)))(
    'lets %s be read on %s',
    (text, ground) => {
      expect(contrast(palette[text][theme], palette[ground][theme])).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(tones)('lets %s be read on its own soft tone', (tone) => {
    expect(contrast(palette[tone][theme], palette[`${tone}Soft`][theme])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['text', 'blue', 'orange', 'red', 'grey'] as const)('lets chart labels in %s be read', (name) => {
    expect(contrast(chartPalette[name][theme], palette.paper[theme])).toBeGreaterThanOrEqual(4.5);
  });
});

it('has no two chart colours alike, for the style sheet finds them by their value', () => {
  const values = Object.values(chartPalette).map(({ light }) => light);
  expect(new Set(values).size).toBe(values.length);
});

it('turns every chart colour dark', () => {
  expect(paletteCss()).toContain(`[stroke="${chartPalette.blue.light}"]{stroke:${chartPalette.blue.dark}}`);
});
