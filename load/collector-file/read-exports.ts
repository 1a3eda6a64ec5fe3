import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip } from 'node:zlib';

import { decodeJsonMetrics, type ResourceExport } from '../telemetry/decode-metrics';
import { JsonSplitter } from './json-splitter';

/** Thrown where a file is none that a collector's file exporter writes; the message says what was expected. */
export class CollectorFileError extends Error {}

/**
 * Reads the OTLP JSON that an OpenTelemetry Collector wrote, gzip or not, export by export, so that its size does not
 * matter. Resolves with true where the file ends in the middle. Throws {@link CollectorFileError}.
 */
export async function readExports(
  file: string,
  onExport: (exported: ResourceExport) => void,
): Promise<boolean> {
  const splitter = new JsonSplitter();
  const take = async (chunks: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of chunks) {
      for (const object of splitter.add(chunk)) decodeJsonMetrics(parse(object)).forEach(onExport);
    }
  };
  try {
    const source = createReadStream(file);
    // A file that was cut is read as far as it goes: its last object is cut as well.
    const unpack = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
    await ((await isGzip(file)) ? pipeline(source, unpack, take) : pipeline(source, take));
  } catch (error) {
    if (error instanceof CollectorFileError) throw error;
    throw new CollectorFileError(`no file of a collector: ${reasonOf(error)}`, { cause: error });
  }
  return splitter.isCut;
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

function parse(bytes: Buffer): object {
  return JSON.parse(bytes.toString('utf8')) as object;
}

function reasonOf(error: unknown): string {
  const accepted =
    'accepted: OTLP JSON of an OpenTelemetry Collector (exporter file, format json, no compression), or that with gzip';
  const reason = error instanceof Error ? error.message : String(error);
  return `${reason}; ${accepted}`;
}
