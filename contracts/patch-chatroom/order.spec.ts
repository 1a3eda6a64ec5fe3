import type { NamedObligationId } from '../obligations/catalogue';
import { expectAllRejected, type RejectedRequest } from '../support/answers/rejections';
import { freshInstant } from '../support/fresh-instant';
import { need, obligation } from '../support/obligation';
import { bearer, type PatchVariation } from '../support/patch';
import { probe } from '../support/probe';
import { room } from '../support/rooms';
import { forget } from '../support/state/known-state';
import { suite } from '../support/suite';
import {
  faultyRequests,
  singleFaultRequests,
  together,
  type FaultyRequest,
  type SingleFault,
} from './faulty-requests';

/** A value that would be seen if it were stored. */
const withValue = (variation: PatchVariation): PatchVariation => ({
  body: { established_dialogue: freshInstant() },
  ...variation,
});

const rejectedAlone = new Map<SingleFault, boolean>();

/** Where a fault alone is not rejected as it should be, the obligations of that fault say so. */
async function isRejectedAlone(fault: SingleFault): Promise<boolean> {
  const { variation, statuses } = fault;
  const known = rejectedAlone.get(fault);
  if (known !== undefined) return known;
  const { exchange } = await probe(withValue(variation), { obligation: 'any/order/all', statuses });
  // What it changed all the same is not to the account of the next request.
  forget(room);
  const isRejected = statuses.includes(exchange.response?.status ?? 0);
  rejectedAlone.set(fault, isRejected);
  return isRejected;
}

async function areRejectedAlone(faults: readonly SingleFault[]): Promise<boolean> {
  for (const fault of faults) if (!(await isRejectedAlone(fault))) return false;
  return true;
}

/** Faults that together got another status than theirs: with a further fault they tell nothing new. */
const wronglyAnswered: (readonly SingleFault[])[] = [];

function isKnown(faults: readonly SingleFault[]): boolean {
  return wronglyAnswered.some((some) => some.every((fault) => faults.includes(fault)));
}

async function rejectsAll(id: NamedObligationId, requests: readonly FaultyRequest[]): Promise<void> {
  let tried: true | undefined;
  // The fewer faults first: what they show is not tried again with a further one.
  for (const some of byNumberOfFaults(requests)) {
    const telling: FaultyRequest[] = [];
    for (const one of some)
      if ((await areRejectedAlone(one.faults)) && !isKnown(one.faults)) telling.push(one);
    if (telling.length > 0) tried = true;
    const exchanges = await expectAllRejected(telling.map((one) => rejectionOf(id, one)));
    telling.forEach(({ faults, statuses }, index) => {
      if (!statuses.includes(exchanges[index]?.response?.status ?? 0)) wronglyAnswered.push(faults);
    });
  }
  need(tried, 'fewer of these faults are not rejected as they should be');
}

function rejectionOf(
  obligation: NamedObligationId,
  { name, variation, statuses }: FaultyRequest,
): RejectedRequest {
  return {
    variationOf: () => withValue(variation),
    rejection: { obligation, statuses, variant: name, choice: name },
  };
}

function byNumberOfFaults(requests: readonly FaultyRequest[]): FaultyRequest[][] {
  const numbers = [...new Set(requests.map(({ faults }) => faults.length))].sort();
  return numbers.map((number) => requests.filter(({ faults }) => faults.length === number));
}

const wrongIn = (parts: string): readonly FaultyRequest[] =>
  faultyRequests.filter(({ faults }) => faults.map(({ part }) => part).join(' ') === parts);

describe('a request that is wrong in several ways', () => {
  obligation('any/order/brand-and-chatroom', () =>
    rejectsAll('any/order/brand-and-chatroom', wrongIn('brand chatroom')),
  );

  obligation('any/order/brand-and-body', () => rejectsAll('any/order/brand-and-body', wrongIn('brand body')));

  obligation('any/order/chatroom-and-body', () =>
    rejectsAll('any/order/chatroom-and-body', wrongIn('chatroom body')),
  );

  obligation('any/order/all', () => rejectsAll('any/order/all', wrongIn('brand chatroom body')));

  obligation('any/order/forbidden-token', async () => {
    const authorization = bearer(need(suite.target.forbiddenToken, 'the target has no forbiddenToken'));
    const alone: SingleFault = {
      part: 'token',
      name: 'a token without permission',
      variation: { authorization },
      statuses: [403],
    };
    await rejectsAll(
      'any/order/forbidden-token',
      [...singleFaultRequests, ...faultyRequests].map(({ faults }) => together(alone, ...faults)),
    );
  });
});
