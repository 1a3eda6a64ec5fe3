import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, type ZlibOptions } from 'node:zlib';

import { maxBodyBytes } from './response-limits';

const decoders = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: (body: Buffer, options: ZlibOptions): Buffer =>
    hasZlibHeader(body) ? inflateSync(body, options) : inflateRawSync(body, options),
  br: brotliDecompressSync,
} as const;

/**
 * Undoes a content-encoding. Throws where the body is not of that encoding, or unpacks to more
 * than the body limit. An encoding that is not known is left as it is.
 */
export function decodeBody(body: Buffer, contentEncoding: string | undefined): Buffer {
  const encoding = contentEncoding?.trim().toLowerCase() ?? '';
  if (!Object.hasOwn(decoders, encoding) || body.length === 0) return body;
  return decoders[encoding as keyof typeof decoders](body, { maxOutputLength: maxBodyBytes });
}

/** `deflate` means zlib's format, and several servers send the bare one; clients take both (RFC 9110, 8.4.1.2). */
function hasZlibHeader(body: Buffer): boolean {
  return body.length > 1 && body.readUInt8(0) % 16 === 8 && body.readUInt16BE(0) % 31 === 0;
}
