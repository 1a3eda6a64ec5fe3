import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';

import { decodeMetrics } from './decode-metrics';
import type { MetricPoint } from './metric-point';
import type { Export } from './relay/post-export';

/** A loopback OTLP/HTTP endpoint that k6 exports its metrics to. */
export interface Receiver {
  /** HOST:PORT */
  readonly endpoint: string;
  close(): Promise<void>;
}

/**
 * Starts on a free port. `onPoints` gets each export; `onError` exports that could not be read; `onExport` each as it came,
 * and the answer waits for it.
 */
export async function startReceiver(
  onPoints: (points: readonly MetricPoint[]) => void,
  onError: (error: Error) => void,
  onExport?: (one: Export) => Promise<void>,
): Promise<Receiver> {
  const server = createServer((request, response) => {
    readExport(request)
      .then(async (one) => {
        await onExport?.(one);
        onPoints(decodeMetrics(one.gzipped ? gunzipSync(one.body) : one.body));
        // An empty body is an empty ExportMetricsServiceResponse: everything was taken.
        response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end();
      })
      .catch((error: unknown) => {
        onError(error instanceof Error ? error : new Error(String(error)));
        // 400 tells the exporter that sending the same again is of no use.
        response.writeHead(400).end();
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function readExport(request: IncomingMessage): Promise<Export> {
  return { body: await buffer(request), gzipped: request.headers['content-encoding'] === 'gzip' };
}
