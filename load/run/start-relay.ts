import type { Collector } from '../telemetry/relay/collector';
import { describeRelayed } from '../telemetry/relay/describe-relayed';
import type { Export } from '../telemetry/relay/post-export';
import { Relay } from '../telemetry/relay/relay';
import { spoolFile } from '../telemetry/relay/spool-file';

/** How long the end of a run waits for a collector that is slow; less where someone pressed Ctrl-C. */
const patienceMs = 10_000;
const impatienceMs = 2_000;

export interface RunningRelay {
  readonly push: (one: Export) => Promise<void>;
  /** Says what was delivered and what is left. */
  readonly end: (interrupted: boolean) => Promise<void>;
}

interface RelayOptions {
  readonly collector?: Collector | undefined;
  readonly outDir: string;
  readonly say: (line: string) => void;
}

/** Relays to the team's collector, if there is one. That it cannot is said, and is nothing against the run. */
export async function startRelay({
  collector,
  outDir,
  say,
}: RelayOptions): Promise<RunningRelay | undefined> {
  if (collector === undefined) return undefined;
  try {
    const relay = await Relay.start(collector, spoolFile(outDir));
    return {
      push: (one) => relay.push(one),
      end: async (interrupted) => {
        const relayed = await relay.close(interrupted ? impatienceMs : patienceMs);
        say(describeRelayed(relayed, collector, outDir));
      },
    };
  } catch (error) {
    say(`metrics are not relayed: ${(error as Error).message}`);
    return undefined;
  }
}
