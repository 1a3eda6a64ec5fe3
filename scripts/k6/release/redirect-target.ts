/** Where a redirect leads; throws where it would leave https, and where it leads to something else than the web. */
export function redirectTarget(from: URL, location: string): URL {
  const target = new URL(location, from);
  const accepted = from.protocol === 'https:' ? ['https:'] : ['https:', 'http:'];
  if (!accepted.includes(target.protocol)) {
    throw new Error(`redirected from ${from.protocol} to ${target.protocol}//${target.host}`);
  }
  return target;
}
