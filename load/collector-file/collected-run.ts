import { runAttributes, type RunIdentity } from '../kubernetes/run-identity';
import type { ResourceExport } from '../telemetry/decode-metrics';
import { CollectorFileError } from './read-exports';
import { ShardRecording } from './shard-recording';

/** The tag by which grafana/k6-operator tells its runners apart, from 1. */
const operatorTag = 'instance_id';

/** Adds up what the pods of one run exported. */
export class CollectedRun {
  readonly shards = new Map<number, ShardRecording>();
  private description: { text: string; identity: RunIdentity; count: number; hasEnds: boolean } | undefined;

  /** Passes over what other programs exported. Throws {@link CollectorFileError} where there are two runs. */
  add(exported: ResourceExport): void {
    const { attributes, points } = exported;
    const text = attributes[runAttributes.run];
    if (text === undefined) return;
    this.describe(text, attributes);
    const shard = Number(attributes[runAttributes.shard] ?? points[0]?.tags[operatorTag]);
    if (!Number.isInteger(shard)) return;
    const recording = this.shards.get(shard) ?? new ShardRecording();
    this.shards.set(shard, recording);
    recording.add(exported);
  }

  /** Throws {@link CollectorFileError} where no pod exported anything. */
  about(): { identity: RunIdentity; count: number; hasEnds: boolean } {
    if (this.description === undefined) {
      throw new CollectorFileError(
        'no pod of a run that npm run load -- --kubernetes planned has exported anything',
      );
    }
    return this.description;
  }

  private describe(text: string, attributes: ResourceExport['attributes']): void {
    if (this.description?.text === text) return;
    const identity = parse(text);
    if (this.description !== undefined) {
      throw new CollectorFileError(
        `there are two runs, ${this.description.identity.id} and ${identity.id}; accepted: the exports of one`,
      );
    }
    this.description = {
      text,
      identity,
      count: Number(attributes[runAttributes.shards]),
      hasEnds: attributes[runAttributes.startedBy] === 'job',
    };
  }
}

function parse(text: string): RunIdentity {
  try {
    return JSON.parse(text) as RunIdentity;
  } catch (error) {
    throw new CollectorFileError(`the attribute ${runAttributes.run} is not what this suite wrote`, {
      cause: error,
    });
  }
}
