import { adviceFor } from '../../contracts/obligations/advice';
import { catalogue } from '../../contracts/obligations/catalogue';
import { notices, type NoticeKind } from '../../contracts/obligations/notices';
import type { Obligation } from '../../contracts/obligations/obligation';
import { nearNames } from '../../reference/near-names';
import ledger from '../../schemas/policy/ledger.json';
import { UsageError } from '../exit-codes';

/** What the choices of odd but harmless requests are called, by the part of the request that is odd. */
const oddRequest = /^(?:query|(?:content-type|scheme|brand|id|body|value)\/.+)$/;

/** How the name of one input begins, behind the id of the obligation that it tries. */
const inputName = /^(?:an?|the|another) /;

/**
 * What a code of contract.json means: the id of an obligation or of a choice, a notice's code, or the number of a ledger
 * entry. Throws a {@link UsageError} that names near codes where there is none.
 */
export function explain(code: string): string[] {
  const obligation = catalogue.find(({ id }) => id === code);
  if (obligation !== undefined) return explainObligation(obligation);
  if (Object.hasOwn(notices, code)) return explainNotice(code, notices[code as keyof typeof notices]);
  const number = /^(?:ledger[ -]?)?(\d{1,2})$/.exec(code)?.[1];
  const entry = ledger.find((one) => String(one.number) === number);
  if (entry !== undefined) return explainEntry(entry.number);
  const asked = catalogue.find(
    ({ id }) => code.startsWith(`${id}/`) && inputName.test(code.slice(id.length + 1)),
  );
  if (asked !== undefined) return explainChoice(code, asked.policy);
  if (oddRequest.test(code)) return explainChoice(code, [22]);
  throw new UsageError(
    `${unknown(code)}; docs/obligations.md lists every obligation, notice and ledger entry`,
  );
}

function explainObligation(obligation: Obligation): string[] {
  const { id, title, documentation, policy } = obligation;
  const advice = adviceFor(obligation);
  return [
    id,
    line('promise', title),
    line('source', documentation),
    ...policy.flatMap(readings),
    ...(advice === undefined ? [] : [line('why', advice.why), line('look at', advice.lookAt)]),
  ];
}

function explainNotice(code: string, { title, why, lookAt, policy }: NoticeKind): string[] {
  return [
    `${code} (a notice: it breaks no promise)`,
    line('means', title),
    ...policy.flatMap(readings),
    line('why', why),
    line('look at', lookAt),
  ];
}

/** A choice is of the obligation that its id begins with, or of an odd request. */
function explainChoice(code: string, policy: readonly number[]): string[] {
  const { why, lookAt } = notices['changed-choice'];
  return [
    `${code} (a choice: several answers are allowed, and the observed one is recorded)`,
    ...[...new Set([...policy, 19])].flatMap(readings),
    line('why', `Where it changes from one run to the next, a notice says so. ${why}`),
    line('look at', `choices in contract.json: what was observed and what is allowed. Then: ${lookAt}`),
  ];
}

function explainEntry(number: number): string[] {
  const ids = catalogue.filter(({ policy }) => policy.includes(number)).map(({ id }) => id);
  return [
    `ledger ${number}: how the documentation is read`,
    ...ledger
      .filter((one) => one.number === number)
      .flatMap(({ documentation, reading }) => [line('says', documentation), line('is read', reading)]),
    ...(ids.length === 0 ? [] : [line('tried by', ids[0] ?? ''), ...ids.slice(1).map((id) => line('', id))]),
  ];
}

function readings(number: number): string[] {
  return ledger
    .filter((one) => one.number === number)
    .map(({ reading }) => line(`ledger ${number}`, reading));
}

function line(name: string, text: string): string {
  return `  ${name.padEnd(10)} ${text}`;
}

function unknown(code: string): string {
  const near = nearNames(code, [...catalogue.map(({ id }) => id), ...Object.keys(notices)]);
  const accepted = near.length === 0 ? '200/status, lost-digits or 5' : near.join(', ');
  return `no obligation, notice or ledger entry has the code "${code}"; accepted, for example: ${accepted}`;
}
