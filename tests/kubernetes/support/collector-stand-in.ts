import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';

// The generated code of the protocol's own definitions, as in load/telemetry.
import otlp from '@opentelemetry/otlp-transformer/build/src/generated/root';

export interface CollectorStandIn {
  /** HOST:PORT */
  readonly endpoint: string;
  readonly close: () => Promise<void>;
}

/**
 * Takes OTLP over HTTP, protobuf or JSON, and writes each export as a line of OTLP JSON: what the file exporter of an
 * OpenTelemetry Collector does.
 */
export async function startCollectorStandIn(file: string): Promise<CollectorStandIn> {
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const bytes = request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
      const isJson = request.headers['content-type']?.startsWith('application/json') === true;
      const line = isJson ? bytes.toString() : jsonOf(bytes);
      if (line !== '{}') appendFileSync(file, `${line}\n`);
      response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

interface RequestType {
  decode(body: Uint8Array): object;
  toObject(message: object, options: object): object;
}

function jsonOf(body: Uint8Array): string {
  const type = (otlp as unknown as Root).opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
  return JSON.stringify(type.toObject(type.decode(body), { longs: String }));
}

interface Root {
  opentelemetry: {
    proto: { collector: { metrics: { v1: { ExportMetricsServiceRequest: RequestType } } } };
  };
}
