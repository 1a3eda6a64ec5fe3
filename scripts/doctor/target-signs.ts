import { isLoopback } from '../../load/run/loopback';
import { defaultUnknownChatroom } from '../../schemas/target/target';
import type { ConfiguredTarget } from '../target/read-target';
import { missing, there, type Sign } from './sign';

/** What a target file has, and what remains unverified without what it has not. @param today as YYYY-MM-DD */
export function targetSigns(configured: ConfiguredTarget, today: string): Sign[] {
  const { target } = configured;
  return [
    forbiddenTokenSign(configured),
    ...roomSigns(configured),
    there(
      `an unknown chatroom, ${target.unknownChatroom}${target.unknownChatroom === defaultUnknownChatroom ? ' (the default)' : ''}`,
    ),
    target.maxRequestsPerSecond === undefined
      ? there('contract requests without a limit of their own (contracts.maxRequestsPerSecond sets one)')
      : there(`contract requests, at most ${target.maxRequestsPerSecond} a second`),
    loadSign(configured),
    ...waiverSigns(configured, today),
  ];
}

/** Sent by the contract run only: the doctor's one request has the other token. */
function forbiddenTokenSign({ target: { token, forbiddenToken } }: ConfiguredTarget): Sign {
  if (forbiddenToken === undefined) {
    return missing('forbiddenToken: that a token without permission gets 403 is not tried');
  }
  return forbiddenToken === token
    ? missing('a forbiddenToken of its own: it is the same as token, and 403 is expected of it')
    : there('forbiddenToken; whether it gets 403, the contract run says');
}

function roomSigns({ target }: ConfiguredTarget): Sign[] {
  const brands = target.brands.length;
  const chatrooms = target.brands.reduce(
    (sum, { chatrooms: ids }) => sum + (Array.isArray(ids) ? ids.length : ids.to - ids.from + 1),
    0,
  );
  return [
    brands < 2
      ? missing('a second brand: that brands are isolated from each other is not tried')
      : there(`${brands} brands`),
    chatrooms < 2
      ? missing('a second chatroom: that a PATCH changes no other chatroom is not tried')
      : there(`${chatrooms} chatrooms`),
  ];
}

function loadSign({ target, load }: ConfiguredTarget): Sign {
  if (!load.allow && !isLoopback(target.baseUrl)) {
    return missing('load.allow: load is only run against this machine');
  }
  const limit = load.maxRatePerSecond;
  if (limit !== undefined && isLoopback(target.baseUrl)) {
    return there('load is allowed; load.maxRatePerSecond limits it on other machines, and not on this one');
  }
  return there(`load is allowed${limit === undefined ? '' : `, at most ${limit} requests a second`}`);
}

function waiverSigns({ waivers }: ConfiguredTarget, today: string): Sign[] {
  const expired = waivers.filter(({ expires }) => expires < today).map(({ obligation }) => obligation);
  return [
    ...(waivers.length === 0
      ? []
      : [there(`${waivers.length} ${waivers.length === 1 ? 'waiver' : 'waivers'}`)]),
    ...(expired.length === 0
      ? []
      : [missing(`waivers in force: ${expired.join(', ')} expired, which fails the run`)]),
  ];
}
