import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import { build, type Plugin } from 'esbuild';

import { inOrder } from '../../contracts/support/spec-order';

const projectFolder = join(__dirname, '../..');
const specFolder = join(projectFolder, 'contracts', 'patch-chatroom');
const supportFolder = join(projectFolder, 'contracts', 'support');
const allSpecs = join(projectFolder, 'contracts', 'patch-chatroom.spec.ts');

/**
 * Modules that keep nothing from one request to the next: loaded once for all runs, as packages are. Schemas are
 * compiled once then, and one AsyncLocalStorage is left behind in place of one a spec file.
 */
const stateless = [
  /^schemas\//,
  /^contracts\/obligations\//,
  /^contracts\/support\/judge\//,
  /^contracts\/support\/exchange\//,
  /^contracts\/support\/http\/(decode-body|http-date|response-limits|retry-after)\.ts$/,
  /^contracts\/support\/evidence\/(printable|places|violation-text)\.ts$/,
  /^contracts\/support\/state\/(changed|compare-instant|differences|has-sent|pair-items)\.ts$/,
  /^contracts\/support\/(attempt|sent-value)\.ts$/,
  /^contracts\/linearizability\//,
  /^contracts\/fuzz\/(texts|date-times|no-date-times|no-integers|no-objects|undocumented-fields)\.ts$/,
];

/** The spec files as one piece of code, with the setup file before them, as contracts/patch-chatroom.spec.ts loads them. */
export interface SpecBundle {
  /** The path that `expect.getState()` tells. */
  readonly path: string;
  /** CommonJS. Run anew it has a state of its own, as in a Jest of its own. Asks `isWanted` for each spec file's name. */
  readonly code: string;
}

/** Bundles all contract spec files. */
export async function bundleSpecs(): Promise<SpecBundle> {
  const { outputFiles } = await build({
    stdin: {
      contents: loadAll(),
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
  return { path: allSpecs, code: outputFiles[0]?.text ?? '' };
}

function loadAll(): string {
  return [
    `import ${JSON.stringify(join(supportFolder, 'spec-file.ts'))};`,
    `import { asSpecFile } from ${JSON.stringify(join(supportFolder, 'loading-spec.ts'))};`,
    ...inOrder(readdirSync(specFolder)).map((name) => {
      const [spec, path] = [`contracts/patch-chatroom/${name}`, join(specFolder, name)].map((one) =>
        JSON.stringify(one),
      );
      return `if (isWanted(${JSON.stringify(name)})) asSpecFile(${spec}, () => require(${path}));`;
    }),
  ].join('\n');
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
