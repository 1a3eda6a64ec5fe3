import { RestoreJournal } from '../../../contracts/support/state/restore-journal';
import type { Exchange } from '../../../contracts/support/exchange/exchange';
import type { Chatroom } from '../../../schemas/generated/types';
import type { Target } from '../../../schemas/target/target';
import type { Context } from '../../commands/context';
import { exitCodes, ExpectedError, UsageError, type ExitCode } from '../../exit-codes';
import { probeTarget } from '../../target/probe';
import { readTarget } from '../../target/read-target';
import { putBack } from '../put-back';
import { refuseUnrestored, restoreFile } from '../restore-file';
import { isJudgeable, judgeReplay, type Outcome } from './judge-replay';
import { recordedRequest, recordedViolation } from './recorded-violation';
import { sendRecorded } from './send-recorded';

const tries = 3;

/** Sends the request of a recorded violation three times, and says whether it still fails. */
export async function replay(
  place: string,
  targetFile: string | undefined,
  context: Context,
): Promise<ExitCode> {
  const { folder, violation } = recordedViolation(place);
  const { obligation, message } = violation;
  if (!isJudgeable(violation)) {
    throw new UsageError(
      `${obligation} cannot be judged by one exchange: it takes the requests around it; accepted: npm run contracts -- --only ${String(obligation.split('/')[0])}`,
    );
  }
  const target = readTarget(targetFile, context.environment)?.target;
  if (target === undefined)
    throw new UsageError(
      'there is no target; accepted: --target FILE, or POPSELL_BASE_URL and its companions',
    );
  const request = recordedRequest(violation, target);
  refuseUnrestored(folder);
  const probe = await probeTarget(target, context.signal);
  if (!probe.usable) throw new ExpectedError(exitCodes.unusableTarget, probe.reason);
  const { terminal } = context;
  terminal.say(`replay     ${obligation}: ${message}`);
  const journal = new RestoreJournal(target.baseUrl, restoreFile(folder));
  await recordValues(request.url, target, journal);
  const outcomes: Outcome[] = [];
  const secrets = [target.token, ...(target.forbiddenToken === undefined ? [] : [target.forbiddenToken])];
  while (outcomes.length < tries && !context.signal.aborted) {
    const exchange = await sendRecorded(request);
    const outcome = judgeReplay(violation, exchange, secrets);
    outcomes.push(outcome);
    terminal.say(`           ${outcome}: ${answerText(exchange)}`);
  }
  for (const { outcome, line } of await putBack(target, journal))
    if (outcome !== 'put-back') terminal.say(line);
  if (journal.rooms.length > 0) terminal.say(`npm run restore -- ${folder} puts back what was not`);
  terminal.say(`           ${verdictText(outcomes)}`);
  return outcomes.every((outcome) => outcome === 'passes') ? exitCodes.ok : exitCodes.violated;
}

/** The chatrooms that the request may change: those of the target that have the digits of its id. */
async function recordValues(url: string, target: Target, journal: RestoreJournal): Promise<void> {
  const chatroom = Number(/\/chat\/chatrooms\/-?(\d+)/.exec(url)?.[1]);
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
    const { response } = await sendRecorded({
      method: 'PATCH',
      url: `${target.baseUrl}/chat/chatrooms/${chatroom}`,
      headers,
      body: '{}',
    });
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

function verdictText(outcomes: readonly Outcome[]): string {
  const [first] = outcomes;
  if (outcomes.some((outcome) => outcome !== first)) return 'flaky: the same request had different outcomes';
  if (first === 'fails') return 'it still fails';
  if (first === 'passes') return 'it passes now';
  return 'no answer shows the obligation: it neither fails nor passes';
}
