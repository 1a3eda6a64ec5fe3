import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { inOrder } from './support/spec-order';
import { asSpecFile } from './support/loading-spec';

/**
 * All spec files as one, which is how the command line runs them (docs/decisions/0007). Each can be run alone as well.
 */
const folder = join(__dirname, 'patch-chatroom');

for (const name of inOrder(readdirSync(folder))) {
  asSpecFile(`contracts/patch-chatroom/${name}`, () => jest.requireActual(join(folder, name)));
}
