import type { LoadResult, TargetBrand } from '../../schemas/generated/types';
import type { Plan } from '../profiles/plan';
import { formatBrandWeights } from '../traffic/brand-weights';
import { roomsOf } from '../traffic/rooms';
import { defaultMaxChatrooms } from '../traffic/working-set';

type Environment = Readonly<Record<string, string | undefined>>;

/** What a run's requests are made of, its seed aside: only runs that share it can be compared. */
export function trafficDefinition(
  { shape, durationSeconds, traffic }: Plan,
  brands: readonly TargetBrand[],
  environment: Environment,
  popularity?: string,
): NonNullable<LoadResult['traffic']> {
  const read = (name: string, usual: string): string => {
    const text = environment[name];
    return text === undefined || text === '' ? usual : text;
  };
  return {
    shape: JSON.stringify({ ...shape, durationSeconds }),
    rooms: Object.fromEntries(brands.map((brand) => [String(brand.id), roomsOf(brand).count])),
    brandWeights: read('LOAD_BRAND_WEIGHTS', formatBrandWeights(brands) ?? 'equal'),
    maxChatrooms: Number(read('LOAD_MAX_CHATROOMS', '0')) || defaultMaxChatrooms,
    popularity: popularity ?? read('LOAD_POPULARITY', traffic.popularity),
    zipfExponent: Number(read('LOAD_ZIPF_EXPONENT', '1')),
  };
}
