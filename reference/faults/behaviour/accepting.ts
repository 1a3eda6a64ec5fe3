import { forbidden } from '../../answers/answer';
import type { Call } from '../../call';
import type { FaultRow } from '../fault';
import { replacingCheck, sentValue } from '../hooks';

/** A value that is to be rejected is ignored: 200, and nothing changes. */
export function value(
  description: string,
  kinds: string | readonly string[],
  odd: (value: unknown) => boolean,
): FaultRow {
  return [
    `200 for ${description}`,
    [10],
    [kinds].flat().map((kind) => `422/body/established_dialogue/${kind}`),
    replacingCheck('update', (honest) => (call) => (odd(sentValue(call)) ? undefined : honest(call))),
  ];
}

export const text = (description: string, kinds: string | readonly string[], pattern: RegExp): FaultRow =>
  value(description, kinds, (sent) => typeof sent === 'string' && pattern.test(sent));

export function body(description: string, kind: string, odd: (body: string) => boolean): FaultRow {
  return [
    `200 for ${description}`,
    [10],
    `422/json/${kind}`,
    replacingCheck('update', (honest) => (call) => (odd(call.body) ? undefined : honest(call))),
  ];
}

/** A brand header that is to be rejected stands for the chatroom's own brand. */
export function brand(
  description: string,
  kind: string,
  odd: (text: string | undefined) => boolean,
): FaultRow {
  const ownBrand = ({ id, store }: Call): number | undefined => store.rooms.get(Number(id))?.brandId;
  return [
    `200 for ${description}`,
    [11],
    `422/header/X-Popsell-Brand/${kind}`,
    replacingCheck('brand', (honest) => (call) => {
      if (!odd(call.headers['x-popsell-brand'] as string | undefined)) return honest(call);
      call.brandId = ownBrand(call);
      return undefined;
    }),
  ];
}

/** An id that is to be refused stands for the chatroom whose id it begins with. */
export function id(description: string, kind: string, pattern: RegExp): FaultRow {
  return [
    `200 for ${description}`,
    [12],
    `404/id/${kind}`,
    replacingCheck('chatroom', (honest) => (call) => {
      const room = pattern.test(call.id) ? call.store.rooms.get(Math.abs(parseInt(call.id))) : undefined;
      if (room === undefined) return honest(call);
      if (room.brandId !== call.brandId) return forbidden();
      call.chatroom = room;
      return undefined;
    }),
  ];
}

export function credentials(
  description: string,
  breaks: string | readonly string[],
  odd: (authorization: string | undefined) => boolean,
): FaultRow {
  return [
    `200 for ${description}`,
    [13],
    breaks,
    replacingCheck(
      'authentication',
      (honest) => (call) => (odd(call.headers.authorization) ? undefined : honest(call)),
    ),
  ];
}
