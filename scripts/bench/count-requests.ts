import { subscribe, unsubscribe } from 'node:diagnostics_channel';

const channel = 'http.server.request.start';

/** Counts the requests that the HTTP servers of this process receive while something is under way. */
export async function countRequests<T>(during: () => Promise<T>): Promise<{ requests: number; result: T }> {
  let requests = 0;
  const count = (): void => {
    requests += 1;
  };
  subscribe(channel, count);
  try {
    const result = await during();
    return { result, requests };
  } finally {
    unsubscribe(channel, count);
  }
}
