import type { Random } from './random';

/**
 * Draws ranks 0 to count - 1, rank r with a probability proportional to 1 / (r + 1)^exponent, in constant
 * time and memory however large count is: rejection-inversion after Hörmann and Derflinger (1996).
 * The exponent is positive.
 */
export function zipfSampler(count: number, exponent: number): (random: Random) => number {
  const integral = (x: number): number => {
    const logX = Math.log(x);
    return expm1OverX((1 - exponent) * logX) * logX;
  };
  const density = (x: number): number => Math.exp(-exponent * Math.log(x));
  const inverse = (y: number): number => {
    // Rounding may push the argument below -1, where the logarithm has no value.
    const t = Math.max(-1, y * (1 - exponent));
    return Math.exp(log1pOverX(t) * y);
  };

  const first = integral(1.5) - 1;
  const last = integral(count + 0.5);
  const shortcut = 2 - inverse(integral(2.5) - density(2));

  return (random) => {
    for (;;) {
      const u = last + random() * (first - last);
      const x = inverse(u);
      const k = Math.min(count, Math.max(1, Math.round(x)));
      if (k - x <= shortcut || u >= integral(k + 0.5) - density(k)) return k - 1;
    }
  };
}

/** (e^x - 1) / x, also at and near 0. */
function expm1OverX(x: number): number {
  return Math.abs(x) > 1e-8 ? Math.expm1(x) / x : 1 + x / 2;
}

/** log(1 + x) / x, also at and near 0. */
function log1pOverX(x: number): number {
  return Math.abs(x) > 1e-8 ? Math.log1p(x) / x : 1 - x / 2;
}
