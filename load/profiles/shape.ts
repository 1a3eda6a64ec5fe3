import type { Stage } from './profile';

/** Arrivals of a run that do not wait for answers. */
export interface OpenShape {
  readonly model: 'open';
  readonly startRatePerSecond: number;
  readonly stages: readonly Stage[];
  readonly peakRatePerSecond: number;
  /** Arrivals over the whole run. */
  readonly plannedRequests: number;
}

/** Clients of a run that wait for their answers. */
export interface ClosedShape {
  readonly model: 'closed';
  readonly roomsPerBrand: number;
  /** Each client takes at least this long for a request and the pause after it. */
  readonly minSecondsPerRequest: number;
}
