import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

import { build } from 'esbuild';

import { lazyModules } from './lazy-modules';

it('runs a lazy module, and what it imports, when it is first called, and once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'popsell-lazy-'));
  try {
    writeFileSync(join(folder, 'part.ts'), `said.push('part'); export const one: number = 1;`);
    writeFileSync(
      join(folder, 'sum.lazy.ts'),
      `import { one } from './part';\nsaid.push('sum');\nexport function add(a: number, b: number): number { return a + b + one; }`,
    );
    writeFileSync(
      join(folder, 'main.ts'),
      `import { add } from './sum.lazy';\nsaid.push('main');\nsaid.push(add(1, 2), add(3, 4));`,
    );
    const { outputFiles } = await build({
      entryPoints: [join(folder, 'main.ts')],
      bundle: true,
      write: false,
      plugins: [lazyModules({ bundle: true, target: 'es2022' }, [])],
    });
    const said: unknown[] = [];
    runInNewContext(outputFiles[0]?.text ?? '', { said });
    expect(said).toEqual(['main', 'part', 'sum', 4, 8]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
