import { readByHand } from './licence-rule';

/** The part of a package-lock.json that says which packages there are. */
export interface Lockfile {
  readonly packages: Readonly<
    Record<
      string,
      {
        /** Where the folder is named otherwise. */
        readonly name?: string;
        readonly version?: string;
        readonly license?: string;
        readonly dev?: boolean;
      }
    >
  >;
}

export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression, or what stands in its place; undefined: nothing does. */
  readonly licence: string | undefined;
  /** False: only what develops the suite needs it. */
  readonly runtime: boolean;
}

/** Every package of a lockfile once, by name and version: those of other platforms, too. */
export function lockedPackages({ packages }: Lockfile): LockedPackage[] {
  const found = new Map<string, LockedPackage>();
  for (const [path, { name: real, version, license, dev }] of Object.entries(packages)) {
    const [, folder] = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path) ?? [];
    const name = real ?? folder;
    if (path === '' || name === undefined || version === undefined) continue;
    const id = `${name}@${version}`;
    const runtime = dev !== true || found.get(id)?.runtime === true;
    found.set(id, { name, version, licence: readByHand[id] ?? license, runtime });
  }
  return [...found.values()].sort(
    (one, other) => compare(one.name, other.name) || compare(one.version, other.version),
  );
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
