import { build, type BuildOptions, type Plugin } from 'esbuild';

/**
 * Puts each module named *.lazy.ts, with all that it imports, into a function that runs when one of its exports is first
 * called. k6 runs the whole bundle once for each VU, and a function that was only declared already takes a kilobyte there.
 */
export function lazyModules(settings: BuildOptions, plugins: Plugin[]): Plugin {
  return {
    name: 'lazy-modules',
    setup(bundle) {
      bundle.onLoad({ filter: /\.lazy\.ts$/ }, async ({ path }) => {
        const common = { ...settings, entryPoints: [path], plugins, write: false as const };
        const { outputFiles } = await build({ ...common, format: 'iife', globalName: 'made' });
        // esbuild names the exports of ES modules only.
        const { metafile } = await build({ ...common, format: 'esm', metafile: true as const });
        const names = Object.values(metafile.outputs).flatMap((output) => output.exports);
        return { contents: whenFirstCalled(outputFiles[0]?.text ?? '', names) };
      });
    },
  };
}

function whenFirstCalled(code: string, names: readonly string[]): string {
  const calls = names.map(
    (name) => `export const ${name} = (...parameters) => (module ??= make()).${name}(...parameters);`,
  );
  return ['let module;', `const make = () => {\n${code}\nreturn made;\n};`, ...calls].join('\n');
}
