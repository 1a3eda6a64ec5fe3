import type { Bucket } from './buckets';

/** One request, without the parts that all requests share. */
export interface PlannedRequest {
  readonly bucket: Bucket;
  readonly chatroom: number;
  /** False: it writes the value. True: it changes nothing, and the value is what must be there. */
  readonly reads: boolean;
  /** The established_dialogue of the answer; what is written is unlike that of any other request of the run. */
  readonly value: string;
  /** True: the answer is validated against its whole schema. */
  readonly sampled: boolean;
}
