import { relative, sep } from 'node:path';

let loading: string | undefined;

/** Loads a spec file as a part of another: what it defines is its own, and not the other file's. */
export function asSpecFile(spec: string, load: () => void): void {
  loading = spec;
  try {
    load();
  } finally {
    loading = undefined;
  }
}

/** The spec file that is being loaded, relative to the project. */
export function loadingSpec(): string {
  if (loading !== undefined) return loading;
  const path = expect.getState().testPath ?? 'unknown.spec.ts';
  return relative(process.cwd(), path).split(sep).join('/');
}
