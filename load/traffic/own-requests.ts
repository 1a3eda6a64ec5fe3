import type { PlannedRequest } from './planned-request';

/** What one client does in a chatroom that it alone writes to: it writes, and then reads what it wrote. */
export interface OwnRequests {
  /** The next request, as number `index` of the run. */
  next(index: number): PlannedRequest;
  /** Takes the status that came; 0: no answer. False: what the chatroom holds can never be known again. */
  answered(request: PlannedRequest, status: number): boolean;
}

export function ownRequests(
  room: Pick<PlannedRequest, 'bucket' | 'chatroom'>,
  partsOf: (index: number) => Pick<PlannedRequest, 'value' | 'sampled'>,
): OwnRequests {
  /** What must be there; undefined: whatever may be, and a write comes next. */
  let written: string | undefined;
  return {
    next: (index) => {
      const parts = partsOf(index);
      return { ...room, ...parts, reads: written !== undefined, value: written ?? parts.value };
    },
    answered: ({ reads, value }, status) => {
      written = !reads && status === 200 ? value : undefined;
      // A write that was not turned away may still be on its way, and be carried out after later ones.
      return reads || (status > 0 && status < 500);
    },
  };
}
