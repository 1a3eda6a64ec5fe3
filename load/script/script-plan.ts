import type { Step } from '../breakpoint/steps';
import type { Redaction } from '../../schemas/target/redaction';
import type { Arrivals } from '../profiles/seconds-until';
import type { TrafficPlan } from '../traffic/traffic-plan';

/** Everything that a VU needs to know of its run, as plain data. The token is not in it. */
export interface ScriptPlan {
  readonly baseUrl: string;
  readonly summaryFile?: string | undefined;
  readonly redaction: Redaction;
  readonly timeoutSeconds: number;
  /** VUs of the whole run. */
  readonly vus: number;
  /** Clients that wait for answers take at least this long for a request and the pause after it; 0: no limit. */
  readonly minSecondsPerRequest: number;
  /** Of a breakpoint run. */
  readonly steps: readonly Step[];
  /** Of the open model: when each request is due. */
  readonly arrivals?: Arrivals | undefined;
  readonly traffic: TrafficPlan;
}
