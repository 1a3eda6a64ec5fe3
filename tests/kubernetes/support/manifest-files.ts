import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

import { parseAllDocuments } from 'yaml';

/** One Kubernetes object, as far as tests look into it. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: Record<string, string> };
  readonly data?: Record<string, string>;
  readonly spec?: Record<string, unknown>;
}

/** All text files below a folder, by their path in it. */
export function filesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((file) => statSync(file).isFile())
      .map((file) => [relative(folder, file), readFileSync(file, 'utf8')]),
  );
}

/** The objects of the YAML files in some folders, as kubectl would read them. Throws where YAML is wrong. */
export function manifestsIn(folder: string, ...subfolders: readonly string[]): KubernetesObject[] {
  return subfolders.flatMap((subfolder) =>
    Object.values(filesIn(join(folder, subfolder))).flatMap((text) =>
      parseAllDocuments(text, { strict: true }).map((document) => {
        if (document.errors[0] !== undefined) throw document.errors[0];
        return document.toJS() as KubernetesObject;
      }),
    ),
  );
}
