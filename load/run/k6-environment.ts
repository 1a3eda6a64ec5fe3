import { targetToEnvironment, type Target } from '../../schemas/target/target';
import { vuLimit } from '../profiles/plan';
import { readOptions, type LoadOptions } from '../script/options';
import { exportIntervalMs } from '../telemetry/recorder';
import { formatBrandWeights } from '../traffic/brand-weights';
import type { Popularity } from '../traffic/traffic';
import { memorySettings } from './memory-settings';

/** What the script is asked for. */
export interface ScriptVariables {
  readonly target: Target;
  readonly profile: string;
  readonly seed: number;
  readonly ratePerSecond?: number | undefined;
  readonly maxRatePerSecond?: number | undefined;
  readonly durationSeconds?: number | undefined;
  readonly maxChatrooms?: number | undefined;
  readonly popularity?: Popularity | undefined;
  /** How many shards or pods share the run. */
  readonly processes?: number | undefined;
}

export interface K6EnvironmentOptions extends ScriptVariables {
  readonly exactPercentiles: boolean;
  /** Of this process. */
  readonly vus: number;
  /** Where k6 writes its summary. */
  readonly summaryFile: string;
  /** Where the brands stand if they are too long for a variable. */
  readonly brandsFile: string | undefined;
  /** HOST:PORT of the OTLP receiver. */
  readonly otlpEndpoint: string;
  /** Of k6's dashboard; undefined: there is none. */
  readonly livePort?: number | undefined;
}

/**
 * The environment of the k6 process: the caller's own (proxies, certificates, LOAD_ options), without what
 * would change k6's behaviour behind the suite's back. The token travels here and never on a command line.
 */
export function k6Environment(
  own: Readonly<Record<string, string | undefined>>,
  options: K6EnvironmentOptions,
): Record<string, string> {
  const inherited = Object.entries(own).filter(
    // K6_DURATION or K6_VUS of the caller's shell would replace the whole scenario.
    (entry): entry is [string, string] => entry[1] !== undefined && !/^(K6|OTEL)_/.test(entry[0]),
  );
  const { brandsFile } = options;
  return {
    ...defaults(options),
    ...Object.fromEntries(inherited),
    ...scriptVariables(options),
    ...(brandsFile === undefined ? {} : { POPSELL_BRANDS: '', POPSELL_BRANDS_FILE: brandsFile }),
    LOAD_SUMMARY_FILE: options.exactPercentiles ? options.summaryFile : '',
    ...k6Settings(options),
    ...memorySettings(options.vus, own),
  };
}

/** The script's options as it will read them: the caller's LOAD_ variables, and what the run asks for. */
export function askedOptions(
  own: Readonly<Record<string, string | undefined>>,
  options: ScriptVariables,
): LoadOptions {
  return readOptions({ ...defaults(options), ...own, ...scriptVariables(options) });
}

/** What the caller's LOAD_ variables replace: the target's own weights, and as many VUs for each process as one may have. */
function defaults({ target, processes = 1 }: ScriptVariables): Record<string, string> {
  const weights = formatBrandWeights(target.brands);
  return {
    LOAD_MAX_VUS: String(vuLimit * processes),
    ...(weights === undefined ? {} : { LOAD_BRAND_WEIGHTS: weights }),
  };
}

function scriptVariables(options: ScriptVariables): Record<string, string> {
  const text = (value: number | undefined): string => (value === undefined ? '' : String(value));
  return {
    ...targetToEnvironment(options.target),
    // k6 has no use for it, and what a process does not know it cannot leak.
    POPSELL_FORBIDDEN_TOKEN: '',
    POPSELL_BRANDS_FILE: '',
    LOAD_PROFILE: options.profile,
    LOAD_SEED: String(options.seed),
    LOAD_RATE: text(options.ratePerSecond),
    LOAD_MAX_RATE: text(options.maxRatePerSecond),
    LOAD_DURATION: text(options.durationSeconds),
    ...(options.popularity === undefined ? {} : { LOAD_POPULARITY: options.popularity }),
    // The target's owners know best; otherwise whoever runs the load does.
    ...(options.maxChatrooms === undefined ? {} : { LOAD_MAX_CHATROOMS: String(options.maxChatrooms) }),
  };
}

function k6Settings({
  exactPercentiles,
  otlpEndpoint,
  livePort,
}: K6EnvironmentOptions): Record<string, string> {
  return {
    K6_NO_USAGE_REPORT: 'true',
    K6_AUTO_EXTENSION_RESOLUTION: 'false',
    K6_LOG_FORMAT: 'json',
    // Without the summary and thresholds k6 forgets its samples, and its memory does not grow.
    ...(exactPercentiles ? {} : { K6_SUMMARY_MODE: 'disabled', K6_NO_THRESHOLDS: 'true' }),
    K6_OTEL_EXPORTER_PROTOCOL: 'http/protobuf',
    K6_OTEL_HTTP_EXPORTER_INSECURE: 'true',
    K6_OTEL_HTTP_EXPORTER_ENDPOINT: otlpEndpoint,
    K6_OTEL_EXPORT_INTERVAL: `${exportIntervalMs}ms`,
    // Samples reach the export of their own second, give or take a tenth.
    K6_OTEL_FLUSH_INTERVAL: '100ms',
    // Exponential histograms merge exactly; delta ones are those of one second.
    OTEL_EXPORTER_OTLP_METRICS_DEFAULT_HISTOGRAM_AGGREGATION: 'base2_exponential_bucket_histogram',
    OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE: 'delta',
    ...(livePort === undefined ? {} : dashboardSettings(livePort)),
  };
}

function dashboardSettings(port: number): Record<string, string> {
  return {
    K6_WEB_DASHBOARD: 'true',
    // Its own default is every interface.
    K6_WEB_DASHBOARD_HOST: '127.0.0.1',
    K6_WEB_DASHBOARD_PORT: String(port),
    K6_WEB_DASHBOARD_PERIOD: '1s',
  };
}
