import type { Exchange, SentRequest } from '../../../contracts/support/exchange/exchange';
import { RestoreJournal } from '../../../contracts/support/state/restore-journal';
import type { Chatroom, Violation } from '../../../schemas/generated/types';
import type { Target } from '../../../schemas/target/target';
import { putBackTheRest } from '../../restore/put-back-the-rest';
import { restoreFile } from '../../restore/restore-file';
import { judgeReplay } from './judge-replay';
import { sendRecorded } from './send-recorded';
import type { Way } from './try';

export interface RequestReplay {
  readonly violation: Violation;
  readonly request: SentRequest;
  readonly folder: string;
  readonly target: Target;
}

/** Tries a violation again by the request that showed it, byte for byte, with nothing around it. */
export function wayByRequest(replay: RequestReplay, say: (line: string) => void): Way {
  const { violation, request, folder, target } = replay;
  const secrets = [target.token, ...(target.forbiddenToken === undefined ? [] : [target.forbiddenToken])];
  return {
    name: 'the request alone',
    tries: 3,
    isPartial: true,
    once: async () => {
      await recordValues(replay);
      const exchange = await sendRecorded(request);
      await putBackTheRest(target, folder, say);
      return { outcome: judgeReplay(violation, exchange, secrets), says: answerText(exchange) };
    },
  };
}

/** The chatrooms that the request may change: those of the target that have the digits of its id. */
async function recordValues({ request, target, folder }: RequestReplay): Promise<void> {
  const journal = new RestoreJournal(target.baseUrl, restoreFile(folder));
  const chatroom = Number(/\/chat\/chatrooms\/-?(\d+)/.exec(request.url)?.[1]);
  for (const { id: brand, chatrooms } of target.brands) {
    const has = Array.isArray(chatrooms)
      ? chatrooms.includes(chatroom)
      : chatroom >= chatrooms.from && chatroom <= chatrooms.to;
    if (!has) continue;
    const headers = {
      Accept: 'application/json',
      Authorization: `Bearer ${target.token}`,
      'Content-Type': 'application/json',
      'X-Popsell-Brand': String(brand),
    };
    const url = `${target.baseUrl}/chat/chatrooms/${chatroom}`;
    const { response } = await sendRecorded({ method: 'PATCH', url, headers, body: '{}' });
    const value = response?.status === 200 ? valueIn(response.text) : undefined;
    if (value !== undefined) journal.record({ brand, chatroom, value });
  }
}

function valueIn(text: string): string | undefined {
  try {
    const value: unknown = (JSON.parse(text) as Partial<Chatroom> | null)?.established_dialogue;
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

function answerText({ response, failure }: Exchange): string {
  return response === undefined ? `no whole answer, ${String(failure?.message)}` : `HTTP ${response.status}`;
}
