const unitSeconds = { ms: 0.001, s: 1, m: 60, h: 3_600 } as const;

/** Seconds of a duration as k6 writes it, such as 30s, 5m or 1h30m; undefined: it is none. */
export function parseDuration(text: string): number | undefined {
  if (!/^(\d+(?:\.\d+)?(?:ms|s|m|h))+$/.test(text)) return undefined;
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)];
  return parts.reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * unitSeconds[unit as keyof typeof unitSeconds],
    0,
  );
}
