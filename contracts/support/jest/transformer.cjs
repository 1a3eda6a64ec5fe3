const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');

const own = readFileSync(__filename);

/**
 * Strips the types of the spec files for Jest. As ts-jest does for the project's own tests, but without loading the TypeScript
 * compiler first, which takes a tenth of a contract run; `npm run check` checks the types.
 */
module.exports = {
  process(source, path) {
    // Loaded where a file has changed: Jest keeps what this returns.
    const { transformSync } = require('esbuild');
    const options = { loader: 'ts', format: 'cjs', target: 'node20', sourcemap: 'inline', sourcefile: path };
    return { code: transformSync(source, options).code };
  },
  getCacheKey(source, path, { configString }) {
    const key = createHash('sha256');
    for (const part of [own, source, path, configString]) key.update(part).update('\0');
    return key.digest('hex');
  },
};
