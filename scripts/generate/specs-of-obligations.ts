import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { targetToEnvironment, type Target } from '../../schemas/target/target';
import { projectFolder } from '../project-folder';

const specFolder = join(projectFolder, 'contracts', 'patch-chatroom');

/** No server: the specs are loaded, and none of their tests is run. */
const noTarget: Target = {
  name: 'none',
  baseUrl: 'http://127.0.0.1:9',
  token: 'none',
  brands: [{ id: 1, chatrooms: [1] }],
  unknownChatroom: 2,
};

/**
 * The names of the spec files that have a test of an obligation, by the obligation's id: a test is named for it. Throws
 * where a spec names an obligation that does not exist.
 */
export function specsOfObligations(): Map<string, string[]> {
  Object.assign(process.env, targetToEnvironment(noTarget));
  const specsOf = new Map<string, string[]>();
  const load = createRequire(__filename);
  for (const name of readdirSync(specFolder).filter((file) => file.endsWith('.spec.ts'))) {
    const path = join(specFolder, name);
    defineGlobals(path, (title) => {
      const id = title.slice(0, title.indexOf(': '));
      specsOf.set(id, [...(specsOf.get(id) ?? []), name]);
    });
    load(path);
  }
  return specsOf;
}

/** As much of Jest as defining tests takes. */
function defineGlobals(testPath: string, onTest: (title: string) => void): void {
  const nothing = (): void => undefined;
  Object.assign(globalThis, {
    describe: (_title: string, define: () => void) => {
      define();
    },
    test: onTest,
    beforeAll: nothing,
    afterEach: nothing,
    afterAll: nothing,
    expect: { getState: () => ({ testPath }) },
  });
}
