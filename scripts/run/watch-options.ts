import { Option } from 'commander';

import { CollectorError, readCollector, type Collector } from '../../load/telemetry/relay/collector';
import { UsageError } from '../exit-codes';
import { portOption } from '../terminal/options';

/** Options of the commands that run load, for those who watch it. */
export interface WatchOptions {
  readonly otlp?: string;
  /** True: any free port. */
  readonly live?: number | true;
}

export function otlpOption(): Option {
  return new Option(
    '--otlp <url>',
    "relays the run's metrics to an OpenTelemetry collector (OTLP/HTTP); OTEL_EXPORTER_OTLP_HEADERS holds its headers",
  );
}

export function liveOption(): Option {
  return new Option(
    '--live [port]',
    "opens k6's own dashboard on this machine while the run goes on",
  ).argParser(portOption);
}

/** Reads them. Throws a {@link UsageError}. */
export function watchOf(
  { otlp, live }: WatchOptions,
  environment: NodeJS.ProcessEnv,
): { collector?: Collector; livePort?: number } {
  return {
    ...(otlp === undefined ? {} : { collector: collectorOf(otlp, environment) }),
    ...(live === undefined ? {} : { livePort: live === true ? 0 : live }),
  };
}

/** A collector as the command line and the environment describe it. Throws a {@link UsageError}. */
export function collectorOf(url: string, environment: NodeJS.ProcessEnv): Collector {
  try {
    return readCollector(url, environment['OTEL_EXPORTER_OTLP_HEADERS']);
  } catch (error) {
    if (error instanceof CollectorError) throw new UsageError(error.message);
    throw error;
  }
}
