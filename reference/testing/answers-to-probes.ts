import { startReference, type ReferenceOptions } from '../start-reference';
import { createTestClient, type TestClient, type TestRequest } from './exchange';
import { probes } from './probes';

const hangsAfterMs = 250;

/** An answer as a text to be compared, or the word that none came. */
export type Answered = string;

/**
 * Sends the probes to a fresh instance and yields the answers group by group, so that a caller may stop
 * early. The instance is closed then.
 */
export async function* answersToProbes(options: ReferenceOptions = {}): AsyncGenerator<readonly Answered[]> {
  const reference = await startReference(options);
  const client = createTestClient(reference.baseUrl, hangsAfterMs);
  try {
    for (const group of probes) yield await Promise.all(group.map((request) => answered(client, request)));
  } finally {
    client.close();
    await reference.close();
  }
}

async function answered(client: TestClient, request: TestRequest): Promise<Answered> {
  try {
    const { status, statusText, headers, bytes } = await client.send(request);
    // The Date header follows the real clock, also where a test stands its own still.
    return JSON.stringify([status, statusText, { ...headers, date: undefined }, bytes.toString('latin1')]);
  } catch {
    return 'no whole answer';
  }
}
