/** equal: every brand gets the same share; rooms: a share by its number of chatrooms; or weights by brand, 1 where none is named. */
export type BrandWeights = 'equal' | 'rooms' | Readonly<Record<string, number>>;

/** Reads "equal", "rooms" or weights such as "3:2,4:0.5". Throws an Error that names the accepted forms. */
export function parseBrandWeights(text: string): BrandWeights {
  if (text === 'equal' || text === 'rooms') return text;
  const weights = text.split(',').map((part): [string, number] => {
    const [, brand = '', weight = ''] = /^\s*(-?\d+)\s*:\s*(\d+(?:\.\d+)?)\s*$/.exec(part) ?? [];
    if (!(Number(weight) > 0)) {
      throw new Error(`"${text}"; accepted: equal, rooms, or weights above 0 by brand, such as "3:2,4:0.5"`);
    }
    return [brand, Number(weight)];
  });
  return Object.fromEntries(weights);
}

/** The weights that a target's brands have, in the form above; undefined where none has one. */
export function formatBrandWeights(
  brands: readonly { readonly id: number; readonly weight?: number | undefined }[],
): string | undefined {
  const weighted = brands.flatMap(({ id, weight }) => (weight === undefined ? [] : [`${id}:${weight}`]));
  return weighted.length === 0 ? undefined : weighted.join(',');
}

/**
 * The share of the requests that each brand gets. Equal is the default: by number of chatrooms, a small
 * brand would get too few requests for a percentile of its own.
 */
export function brandShares(
  all: readonly { readonly brand: number; readonly count: number }[],
  weights: BrandWeights,
): number[] {
  const parts = all.map(({ brand, count }) => {
    if (weights === 'equal') return 1;
    return weights === 'rooms' ? count : (weights[brand] ?? 1);
  });
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / total);
}
