import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

import { K6Log } from '../run/k6-log';
import type { Example } from '../telemetry/example-line';

/** The first example of each kind of violation in a log of k6, such as kubectl prints it; by finding. */
export async function examplesInLog(file: string): Promise<ReadonlyMap<string, Example>> {
  const log = new K6Log(() => undefined);
  for await (const line of createInterface({ input: createReadStream(file) })) log.add(line);
  return log.examples;
}
