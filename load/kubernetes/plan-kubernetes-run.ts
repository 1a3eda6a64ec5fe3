import type { Waiver } from '../../schemas/generated/types';
import { formatBrandList } from '../../schemas/target/brand-list';
import type { Target } from '../../schemas/target/target';
import { PlanError, tailSeconds } from '../profiles/plan';
import { askedOptions, k6Environment } from '../run/k6-environment';
import { isLoopback } from '../run/loopback';
import { brandShares } from '../traffic/brand-weights';
import { planTraffic } from '../traffic/plan-traffic';
import { roomsOf } from '../traffic/rooms';
import type { Popularity } from '../traffic/traffic';
import { podMemoryMi } from './manifests/shard-pod';
import { collectorName, ports, type KubernetesRun } from './kubernetes-run';
import type { RunIdentity } from './run-identity';

export interface KubernetesRequest {
  readonly target: Target;
  readonly waivers: readonly Waiver[];
  readonly profile: string;
  readonly seed: number;
  readonly ratePerSecond: number | undefined;
  readonly durationSeconds: number | undefined;
  readonly maxRatePerSecond: number | undefined;
  readonly maxChatrooms: number | undefined;
  readonly parallelism: number;
  /** Undefined: the profile's. */
  readonly popularity?: Popularity | undefined;
  /** Tells runs apart; part of all names. */
  readonly id: string;
  readonly scripts: Readonly<Record<string, string>>;
  /** The caller's variables: those that start with LOAD_ shape the traffic. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Plans a run in pods. Throws {@link PlanError} where it cannot be run so. */
export function planKubernetesRun(request: KubernetesRequest): KubernetesRun {
  const { target, parallelism, waivers, profile, seed } = request;
  if (isLoopback(target.baseUrl)) {
    throw new PlanError(
      `${target.baseUrl} is the pod itself when a pod asks for it: name the URL that pods reach the target by`,
    );
  }
  const own = ownTraffic(request.environment);
  const asked = askedOptions(own, { ...request, processes: parallelism });
  const { plan, ownership } = planTraffic(target.brands.map(roomsOf), asked);
  const rooms = ownership.contended;
  const shares = brandShares(rooms, asked.traffic.brandWeights);
  if (parallelism > plan.vus) {
    throw new PlanError(
      `${parallelism} pods are more than the ${plan.vus} VUs of this run: use --parallelism ${plan.vus} or less`,
    );
  }
  const name = `popsell-load-${request.id}`;
  const identity: RunIdentity = {
    id: request.id,
    target: { name: target.name, baseUrl: target.baseUrl },
    profile,
    seed,
    ratePerSecond: request.ratePerSecond,
    durationSeconds: request.durationSeconds,
    maxRatePerSecond: request.maxRatePerSecond,
    maxVus: asked.maxVus,
    brands: rooms.map(({ brand }, index) => ({ id: brand, share: shares[index] ?? 0 })),
    waivers: waivers.map(({ obligation, expires }) => ({ obligation, expires })),
  };
  const vusPerPod = Math.ceil(plan.vus / parallelism);
  return {
    name,
    identity,
    parallelism,
    environment: environmentOf(request, own, {
      vusPerPod,
      otlpEndpoint: `${collectorName({ name })}:${ports.otlp}`,
    }),
    scripts: request.scripts,
    brands: formatBrandList(target.brands),
    runSeconds: Math.ceil(plan.durationSeconds + tailSeconds + plan.timeoutSeconds),
    vusPerPod,
  };
}

/** The rest is for what Go does not count. */
const usableMemory = 0.85;

/** What the pods set for themselves, and what no manifest may hold. */
const leftOut: readonly string[] = [
  'POPSELL_TOKEN',
  'POPSELL_FORBIDDEN_TOKEN',
  'POPSELL_BRANDS',
  'POPSELL_BRANDS_FILE',
  'POPSELL_UNKNOWN_CHATROOM',
  'POPSELL_MAX_REQUESTS_PER_SECOND',
  'LOAD_SUMMARY_FILE',
];

function environmentOf(
  request: KubernetesRequest,
  own: Record<string, string>,
  { vusPerPod, otlpEndpoint }: { readonly vusPerPod: number; readonly otlpEndpoint: string },
): Record<string, string> {
  // Of the pod, not of the machine that writes the manifests.
  const GOMEMLIMIT = `${Math.floor(usableMemory * podMemoryMi(vusPerPod))}MiB`;
  const all = k6Environment(
    { GOMEMLIMIT, ...own },
    {
      ...request,
      vus: vusPerPod,
      processes: request.parallelism,
      // Pods export histograms, which merge exactly; the samples of one pod are of no use to the others.
      exactPercentiles: false,
      summaryFile: '',
      brandsFile: undefined,
      otlpEndpoint,
    },
  );
  return Object.fromEntries(
    Object.entries(all).filter(([name, value]) => value !== '' && !leftOut.includes(name)),
  );
}

function ownTraffic(environment: KubernetesRequest['environment']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      name.startsWith('LOAD_') && value !== undefined && value !== '' ? [[name, value]] : [],
    ),
  );
}
