import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Target } from '../../../schemas/target/target';
import { bundleLoad } from '../../bundle-load';
import { findK6 } from '../../k6/find-k6';
import type { K6 } from '../../k6/k6';
import { startAnsweringProcess } from './answering-process';

/** What a benchmark of the generator works with; the folder is gone afterwards. */
export interface Generator {
  readonly folder: string;
  readonly k6: K6;
  readonly bundlePath: string;
  /** A server that costs the generator nothing: a process of its own. */
  readonly target: Target;
}

/** Runs a benchmark with k6, the bundle and a server to send to, and leaves nothing behind. */
export async function withGenerator(use: (generator: Generator) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'popsell-bench-'));
  const server = await startAnsweringProcess();
  try {
    const k6 = await findK6({ environment: process.env, say: console.log });
    const { path: bundlePath } = await bundleLoad(join(folder, 'chatrooms.js'));
    const target = {
      name: 'bench',
      baseUrl: server.baseUrl,
      token: 'a-token',
      brands: [
        { id: 3, chatrooms: [301, 302] },
        { id: 4, chatrooms: [400, 401] },
      ],
      unknownChatroom: 9,
    };
    await use({ folder, k6, bundlePath, target });
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
