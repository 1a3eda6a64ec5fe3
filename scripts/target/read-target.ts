import { dirname, resolve } from 'node:path';

import type { TargetFile, Waiver } from '../../schemas/generated/types';
import { BrandListError, brandListForm, parseBrandList } from '../../schemas/target/brand-list';
import { defaultUnknownChatroom, type Target } from '../../schemas/target/target';
import { UsageError } from '../exit-codes';
import { checkTarget } from './check-target';
import { readJsonFile } from './read-json-file';
import { readWaivers } from './read-waivers';
import { resolveVariables } from './resolve-variables';
import { validateFile } from './validate-file';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A target, and what its file says beside how to talk to it. */
export interface ConfiguredTarget {
  readonly target: Target;
  readonly load: {
    readonly allow: boolean;
    readonly maxRatePerSecond?: number | undefined;
    readonly maxChatrooms?: number | undefined;
  };
  readonly waivers: readonly Waiver[];
}

/** Variables that give a target without a file, and override a file's fields. */
const overrides = {
  POPSELL_BASE_URL: 'baseUrl',
  POPSELL_TOKEN: 'token',
  POPSELL_FORBIDDEN_TOKEN: 'forbiddenToken',
  POPSELL_BRANDS: 'brands',
} as const;

/**
 * Reads a target: a file whose strings may read the environment, fields overridden by POPSELL_*
 * variables; or those variables alone. Returns undefined where neither is given. Throws a
 * {@link UsageError} that names the place and the accepted form.
 */
export function readTarget(file: string | undefined, environment: Environment): ConfiguredTarget | undefined {
  if (file === undefined && isUnset(environment['POPSELL_BASE_URL'])) return undefined;
  if (file === undefined) requireVariables(environment);
  const source = file ?? 'made of the POPSELL_ variables';
  const raw =
    file === undefined
      ? { name: hostOf(environment['POPSELL_BASE_URL'] ?? '') }
      : readJsonFile(file, 'target file');
  const overridden = override(raw, environment);
  const resolved = resolveVariables(overridden, environment, source);
  const fields = validateFile(resolved, 'target', 'target', source);
  checkTarget(fields, source);
  const configured = configure(fields, file);
  return isHostOf(raw, configured.target.baseUrl, environment)
    ? configured
    : { ...configured, load: { ...configured.load, allow: false } };
}

/** Whoever allowed load in a file did so for the file's host, and not for one that a variable puts in its place. */
function isHostOf(raw: unknown, baseUrl: string, environment: Environment): boolean {
  const own = (raw as { baseUrl?: unknown } | null)?.baseUrl;
  if (isUnset(environment['POPSELL_BASE_URL'])) return true;
  if (typeof own !== 'string') return false;
  const resolved = own.replaceAll('${POPSELL_BASE_URL}', environment['POPSELL_BASE_URL'] ?? '');
  return hostOf(resolved) === hostOf(baseUrl);
}

function requireVariables(environment: Environment): void {
  const missing = ['POPSELL_TOKEN', 'POPSELL_BRANDS'].filter((name) => isUnset(environment[name]));
  if (missing.length === 0) return;
  throw new UsageError(
    `${missing.join(' and ')} not set: without a target file, POPSELL_BASE_URL, POPSELL_TOKEN and POPSELL_BRANDS (${brandListForm}) make the target`,
  );
}

function override(raw: unknown, environment: Environment): unknown {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw;
  const fields = Object.entries(overrides).flatMap(([variable, field]) => {
    const value = environment[variable];
    if (value === undefined || value === '') return [];
    return [[field, field === 'brands' ? brandsOf(value) : value] as const];
  });
  return { ...raw, ...Object.fromEntries(fields) };
}

function brandsOf(text: string): unknown {
  try {
    return parseBrandList(text);
  } catch (error) {
    if (error instanceof BrandListError) throw new UsageError(`POPSELL_BRANDS is wrong: ${error.message}`);
    throw error;
  }
}

function configure(fields: TargetFile, file: string | undefined): ConfiguredTarget {
  const { name, baseUrl, token, forbiddenToken, brands, unknownChatroom, contracts, load, waivers, redact } =
    fields;
  return {
    target: {
      name,
      baseUrl: baseUrl.replace(/\/+$/, ''),
      token,
      forbiddenToken,
      brands,
      unknownChatroom: unknownChatroom ?? defaultUnknownChatroom,
      maxRequestsPerSecond: contracts?.maxRequestsPerSecond,
      redact,
    },
    load: {
      allow: load?.allow ?? false,
      maxRatePerSecond: load?.maxRatePerSecond,
      maxChatrooms: load?.maxChatrooms,
    },
    waivers: waivers === undefined ? [] : readWaivers(resolve(dirname(file ?? '.'), waivers), fields),
  };
}

/** A name for a target that has no file: a wrong URL is named by the check of its field. */
function hostOf(baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).host : baseUrl;
}

function isUnset(value: string | undefined): boolean {
  return value === undefined || value === '';
}
