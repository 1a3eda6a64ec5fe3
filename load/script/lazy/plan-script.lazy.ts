import type { Options } from 'k6/options';

import { stepsOf } from '../../breakpoint/steps';
import type { TargetBrand } from '../../../schemas/generated/types';
import { parseBrandList } from '../../../schemas/target/brand-list';
import { planTraffic } from '../../traffic/plan-traffic';
import { roomsOf } from '../../traffic/rooms';
import { createTraffic } from '../../traffic/traffic';
import { readOptions } from '../options';
import { k6Options, roundedArrivals } from '../scenario';
import type { ScriptPlan } from '../script-plan';
import { warnWithoutOwners } from '../warn-without-owners';

/** What the first VU works out for all. */
export interface PlannedScript {
  readonly script: ScriptPlan;
  readonly options: Options;
  readonly brands: readonly TargetBrand[];
}

/** Reads what the environment asks for, and plans the run. Throws an Error that names the variable and the accepted form. */
export function planScript(
  environment: Readonly<Record<string, string | undefined>>,
  readFile: (path: string) => string,
): PlannedScript {
  const asked = readOptions(environment);
  const brands = parseBrandList(asked.brandsFile === undefined ? asked.brands : readFile(asked.brandsFile));
  const { plan, traffic, ownership } = planTraffic(brands.map(roomsOf), asked);
  warnWithoutOwners(ownership, console.warn);
  const { shape, vus, timeoutSeconds } = plan;
  return {
    script: {
      baseUrl: asked.baseUrl,
      summaryFile: asked.summaryFile,
      redaction: asked.redaction,
      timeoutSeconds,
      vus,
      minSecondsPerRequest: shape.model === 'closed' ? shape.minSecondsPerRequest : 0,
      steps: stepsOf(plan),
      arrivals: shape.model === 'open' ? roundedArrivals(shape) : undefined,
      traffic,
    },
    options: k6Options(
      plan,
      ownership.contended.map(({ brand }) => brand),
      createTraffic(ownership, traffic.options).buckets.map(({ name }) => name),
      asked.baseUrl,
    ),
    brands,
  };
}
