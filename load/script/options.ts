import { redactionWith, type Redaction } from '../../schemas/target/redaction';
import { redactFromEnvironment } from '../../schemas/target/target';
import { parseDuration } from '../profiles/parse-duration';
import { parseBrandWeights } from '../traffic/brand-weights';
import type { Popularity, TrafficOptions } from '../traffic/traffic';
import { defaultMaxChatrooms } from '../traffic/working-set';

/** What the environment asks for. Read here and nowhere else; banner.txt documents the variables. */
export interface LoadOptions {
  readonly baseUrl: string;
  readonly token: string;
  readonly brands: string;
  readonly brandsFile: string | undefined;
  /** The run uses no more chatrooms than this. */
  readonly maxChatrooms: number;
  readonly redaction: Redaction;
  readonly profile: string;
  readonly ratePerSecond: number | undefined;
  readonly maxRatePerSecond: number | undefined;
  readonly durationSeconds: number | undefined;
  readonly maxVus: number | undefined;
  readonly summaryFile: string | undefined;
  /** Undefined: by the rate, see sampleShareOf. */
  readonly sampleShare: number | undefined;
  /** Undefined: the profile's. */
  readonly popularity: Popularity | undefined;
  /** Share of the clients, 0 to 1, with a chatroom of their own. Undefined: the profile's. */
  readonly ownedShare: number | undefined;
  readonly traffic: Omit<TrafficOptions, 'sampleShare' | 'popularity'>;
}

/** Throws an Error that names the variable and the accepted form. */
export function readOptions(environment: Readonly<Record<string, string | undefined>>): LoadOptions {
  const read = (name: string): string | undefined => {
    const text = environment[name];
    return text === '' ? undefined : text;
  };
  const number = (name: string, otherwise = ''): number | undefined => {
    const text = read(name);
    if (text === undefined) return undefined;
    const value = Number(text);
    if (!Number.isFinite(value) || value < 0)
      throw new Error(`${name}="${text}" is not a number from 0 up${otherwise}`);
    return value;
  };
  const duration = (name: string): number | undefined =>
    parseDuration(read(name) ?? '') ?? number(name, ', or a duration such as 30s');
  const oneOf = <T extends string>(name: string, accepted: readonly T[]): T | undefined => {
    const text = read(name);
    if (text === undefined) return undefined;
    const value = accepted.find((known) => known === text);
    if (value === undefined) throw new Error(`${name}="${text}"; accepted: ${accepted.join(', ')}`);
    return value;
  };
  const need = (name: string): string => {
    const text = read(name);
    if (text === undefined) throw new Error(`${name} is not set`);
    return text;
  };
  const brandsFile = read('POPSELL_BRANDS_FILE');
  return {
    baseUrl: need('POPSELL_BASE_URL').replace(/\/+$/, ''),
    token: need('POPSELL_TOKEN'),
    brands: brandsFile === undefined ? need('POPSELL_BRANDS') : '',
    brandsFile,
    maxChatrooms: Math.trunc(number('LOAD_MAX_CHATROOMS') ?? defaultMaxChatrooms),
    redaction: redactionWith(redactFromEnvironment(environment)),
    profile: read('LOAD_PROFILE') ?? 'smoke',
    ratePerSecond: number('LOAD_RATE'),
    maxRatePerSecond: number('LOAD_MAX_RATE'),
    durationSeconds: duration('LOAD_DURATION'),
    maxVus: number('LOAD_MAX_VUS'),
    summaryFile: read('LOAD_SUMMARY_FILE'),
    sampleShare: number('LOAD_SAMPLE_SHARE'),
    popularity: oneOf('LOAD_POPULARITY', ['uniform', 'zipf']),
    ownedShare: number('LOAD_OWNED_SHARE'),
    traffic: {
      seed: Math.trunc(number('LOAD_SEED') ?? 1),
      brandWeights: brandWeights(read('LOAD_BRAND_WEIGHTS')),
      zipfExponent: number('LOAD_ZIPF_EXPONENT') ?? 1,
      singleRoomLimit: number('LOAD_SINGLE_ROOM_LIMIT') ?? 20,
    },
  };
}

function brandWeights(text = 'equal'): TrafficOptions['brandWeights'] {
  try {
    return parseBrandWeights(text);
  } catch (error) {
    throw new Error(`LOAD_BRAND_WEIGHTS=${(error as Error).message}`, { cause: error });
  }
}
