const codes = { bold: 1, red: 31, green: 32, yellow: 33, magenta: 35, grey: 90 } as const;

export type Colour = keyof typeof codes;
export type Painter = (text: string, ...colours: Colour[]) => string;

/** Paints for terminals that want it; for others the text stays as it is. */
export function painter(color: boolean): Painter {
  if (!color) return (text) => text;
  return (text, ...colours) => `\u001b[${colours.map((colour) => codes[colour]).join(';')}m${text}\u001b[0m`;
}
