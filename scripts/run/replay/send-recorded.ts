import { request as httpRequest, type Agent, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';

import type { Exchange, SentRequest } from '../../../contracts/support/exchange/exchange';
import { limitingAgent, type ResponseWatch } from '../../../contracts/support/http/response-limits';
import { exchangeOf } from '../../../contracts/support/journal';
import { timeLimitMs } from '../../target/send-patch';

/** Sends a request as it was, under the limits of the specs. Resolves also where no whole answer comes. */
export async function sendRecorded(sent: SentRequest): Promise<Exchange> {
  const watch: ResponseWatch = {};
  const isSecure = sent.url.startsWith('https:');
  const agent = limitingAgent(isSecure, timeLimitMs, () => watch);
  const startedMs = performance.now();
  try {
    const { statusCode, headers, buffer } = await receive(sent, isSecure, agent);
    const responseTime = performance.now() - startedMs;
    return exchangeOf({ sent, watch }, { statusCode, headers, buffer, responseTime });
  } catch (error) {
    return exchangeOf({ sent, watch }, Object.assign(error as Error, { responseTime: 0 }));
  } finally {
    agent.destroy();
  }
}

type Received = Pick<IncomingMessage, 'headers'> & {
  readonly statusCode: number;
  readonly buffer: Buffer;
};

function receive(sent: SentRequest, isSecure: boolean, agent: Agent): Promise<Received> {
  const headers = Object.fromEntries(
    Object.entries(sent.headers).map(([name, value]) => [name, [value].flat().join(', ')] as const),
  );
  const length = sent.body === undefined ? {} : { 'Content-Length': Buffer.byteLength(sent.body) };
  const request = isSecure ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const options = { method: sent.method, agent, headers: { ...headers, ...length } };
    request(sent.url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const statusCode = response.statusCode ?? 0;
        resolve({ statusCode, headers: response.headers, buffer: Buffer.concat(chunks) });
      });
    })
      .once('error', reject)
      .end(sent.body);
  });
}
