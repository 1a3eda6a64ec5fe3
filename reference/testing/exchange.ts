import http from 'node:http';

/** A request of a test; what is left out is as in the documented example, for chatroom 301 of brand 3. */
export interface TestRequest {
  readonly method?: string;
  readonly path?: string;
  /** Undefined leaves a header out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string | undefined;
}

interface TestResponse {
  readonly status: number;
  readonly statusText: string | undefined;
  readonly headers: http.IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
}

const documentedHeaders: Readonly<Record<string, string | undefined>> = {
  authorization: 'Bearer reference-token',
  'content-type': 'application/json',
  'x-popsell-brand': '3',
  accept: 'application/json',
};

/** A client on connections that it keeps open until `close`. */
export interface TestClient {
  send(request?: TestRequest): Promise<TestResponse>;
  close(): void;
}

/** Rejects where no whole answer comes within `timeoutMs`. */
export function createTestClient(baseUrl: string, timeoutMs = 5_000): TestClient {
  const agent = new http.Agent({ keepAlive: true });
  return {
    send: (request = {}) => exchange(baseUrl, agent, request, timeoutMs),
    close: () => {
      agent.destroy();
    },
  };
}

function exchange(
  baseUrl: string,
  agent: http.Agent,
  request: TestRequest,
  timeoutMs: number,
): Promise<TestResponse> {
  const { method = 'PATCH', path = '/chat/chatrooms/301', headers = {}, body = '{}' } = request;
  const sent = Object.entries({ ...documentedHeaders, ...headers }).filter(
    ([, value]) => value !== undefined,
  );
  return new Promise((resolve, reject) => {
    const outgoing = http.request(`${baseUrl}${path}`, {
      method,
      agent,
      headers: Object.fromEntries(
        sent.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      ),
      signal: AbortSignal.timeout(timeoutMs),
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      // A connection that was kept may be closed at any time: that is no answer.
      const isStale = outgoing.reusedSocket && error.code === 'ECONNRESET';
      if (isStale) exchange(baseUrl, agent, request, timeoutMs).then(resolve, reject);
      else reject(error);
    });
    outgoing.on('response', (incoming) => {
      collect(incoming).then(resolve, reject);
    });
    outgoing.end(body);
  });
}

async function collect(incoming: http.IncomingMessage): Promise<TestResponse> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  return {
    status: incoming.statusCode ?? 0,
    statusText: incoming.statusMessage,
    headers: incoming.headers,
    bytes,
    text: bytes.toString(),
  };
}

/** The body that changes `established_dialogue`. */
export function dialogue(value: unknown): string {
  return JSON.stringify({ established_dialogue: value });
}
