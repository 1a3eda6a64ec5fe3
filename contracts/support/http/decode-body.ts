import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

import { maxBodyBytes } from './response-limits';

const decoders = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
} as const;

/**
 * Undoes a content-encoding. Throws where the body is not of that encoding, or unpacks to more
 * than the body limit. An encoding that is not known is left as it is.
 */
export function decodeBody(body: Buffer, contentEncoding: string | undefined): Buffer {
  const encoding = contentEncoding?.trim().toLowerCase() ?? '';
  if (!(encoding in decoders) || body.length === 0) return body;
  return decoders[encoding as keyof typeof decoders](body, { maxOutputLength: maxBodyBytes });
}
