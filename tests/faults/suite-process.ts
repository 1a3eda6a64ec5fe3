import { startReference, type ReferenceOptions } from '../../reference/start-reference';
import type { ContractResult } from '../../schemas/generated/types';
import type { SpecBundle } from './bundle-specs';
import { runSuite, type SuiteOptions } from './run-suite';

/** What a suite process is asked: to run the suite against an embedded API of its own. */
export interface SuiteRequest {
  readonly reference: ReferenceOptions;
  readonly suite: SuiteOptions;
}

/** The first message is the specs; every other a request, which is answered before the next one is sent. */
export type SuiteMessage = SpecBundle | SuiteRequest;

export type SuiteReply = { readonly result: ContractResult } | { readonly error: string };

let bundle: SpecBundle;

process.on('message', (message: SuiteMessage) => {
  if (isRequest(message)) void answer(message).then((reply) => process.send?.(reply));
  else bundle = message;
});

function isRequest(message: SuiteMessage): message is SuiteRequest {
  return 'reference' in message;
}

async function answer({ reference, suite }: SuiteRequest): Promise<SuiteReply> {
  try {
    const { target, close } = await startReference(reference);
    try {
      return { result: await runSuite(bundle, target, suite) };
    } finally {
      await close();
    }
  } catch (error) {
    return { error: String((error as Error).stack ?? error) };
  }
}
