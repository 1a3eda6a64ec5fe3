import type { Change } from '../behaviour';
import type { NamedChange } from '../changes-of';

/** A correct API that differs from the honest one in what the policy leaves open: nothing may accuse it. */
export type Variant = NamedChange;

/** The variants of one file, by name; the numbers are the policy lines that allow them. */
export type VariantTable = Readonly<
  Record<string, readonly [description: string, policy: readonly number[], change: Change]>
>;

/** A table's variants, in its order. */
export function variantsOf(table: VariantTable): readonly Variant[] {
  return Object.entries(table).map(([name, [description, policy, change]]) => ({
    name,
    description,
    policy,
    change,
  }));
}
