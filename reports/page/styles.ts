import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { paletteCss } from '../theme/palette';

/** In the order of the cascade. */
const files = [
  'theme/base.css',
  'page/table.css',
  'page/state-mark.css',
  'masthead/masthead.css',
  'contract/contract.css',
  'load/load.css',
  'charts/charts.css',
  'history/history.css',
  'theme/print.css',
];

const room = join(__dirname, '..');

/** The page's style sheet. Read once: it is part of the program, not of a run. */
export const styles = [
  paletteCss(),
  ...files.map((file) => minify(readFileSync(join(room, file), 'utf8'))),
].join('');

/** The page's script; nothing on the page depends on it. */
export const script = readFileSync(require.resolve('./enhance.js'), 'utf8');

function minify(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1');
}
