import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import { build, type Plugin } from 'esbuild';

const projectFolder = join(__dirname, '../..');
const specFolder = join(projectFolder, 'contracts', 'patch-chatroom');
const setupFile = join(projectFolder, 'contracts', 'support', 'spec-file.ts');

/**
 * Modules that keep nothing from one request to the next: loaded once for all runs, as packages are. Schemas are
 * compiled once then, and one AsyncLocalStorage is left behind in place of one a spec file.
 */
const stateless = [
  /^schemas\//,
  /^contracts\/obligations\//,
  /^contracts\/support\/judge\//,
  /^contracts\/support\/attempt\.ts$/,
  /^contracts\/fuzz\/(texts|date-times|no-date-times|no-integers|no-objects|undocumented-fields)\.ts$/,
];

/** A spec file as one piece of code, with the setup file before it, as Jest loads them. */
export interface SpecBundle {
  /** The path of the spec file, which `expect.getState()` tells. */
  readonly specPath: string;
  /** CommonJS. Run anew it has a state of its own, as a spec file in Jest has. */
  readonly code: string;
}

/** Bundles every contract spec file. */
export function bundleSpecs(): Promise<SpecBundle[]> {
  const specs = readdirSync(specFolder).filter((name) => name.endsWith('.spec.ts'));
  return Promise.all(specs.map((name) => bundleSpec(join(specFolder, name))));
}

async function bundleSpec(specPath: string): Promise<SpecBundle> {
  const { outputFiles } = await build({
    stdin: {
      contents: [setupFile, specPath].map((path) => `import ${JSON.stringify(path)};`).join('\n'),
      resolveDir: projectFolder,
    },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    plugins: [sharedModules()],
    logLevel: 'warning',
  });
  return { specPath, code: outputFiles[0]?.text ?? '' };
}

/** Leaves the modules that are stateless out of the bundle: it requires them by their paths. */
function sharedModules(): Plugin {
  return {
    name: 'shared-modules',
    setup(bundle) {
      bundle.onResolve({ filter: /^\./ }, async ({ path, pluginData, ...importer }) => {
        if (pluginData === 'resolving') return undefined;
        const resolved = await bundle.resolve(path, { ...importer, pluginData: 'resolving' });
        const inProject = relative(projectFolder, resolved.path).split(sep).join('/');
        return stateless.some((pattern) => pattern.test(inProject))
          ? { path: resolved.path, external: true }
          : undefined;
      });
    },
  };
}
