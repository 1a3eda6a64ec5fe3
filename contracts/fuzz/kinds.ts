import fc from 'fast-check';

/** A generated input, and the kinds of input that it is of: a plain input of one may show the same fault. */
export interface Generated<T> {
  readonly input: T;
  readonly kinds: readonly string[];
}

/** What draws inputs of every kind but some; undefined where none is left. */
export type Draw<T> = (without: ReadonlySet<string>) => fc.Arbitrary<Generated<T>> | undefined;

/** Kinds of input, each with what draws one. */
export type Kinds<T> = Readonly<Record<string, fc.Arbitrary<T>>>;

/** Draws from all kinds alike. */
export function drawFrom<T>(kinds: Kinds<T>): Draw<T> {
  return (without) => {
    const left = Object.entries(kinds).filter(([name]) => !without.has(name));
    if (left.length === 0) return undefined;
    return fc.oneof(...left.map(([name, inputs]) => inputs.map((input) => ({ input, kinds: [name] }))));
  };
}
