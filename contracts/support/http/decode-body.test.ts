import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

import { decodeBody } from './decode-body';
import { maxBodyBytes } from './response-limits';

const body = Buffer.from('{"message":"é"}');
const encoders = [
  ['gzip', gzipSync],
  ['x-gzip', gzipSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
  ['br', brotliCompressSync],
] as const;

describe.each(encoders)('%s of %p', (encoding, encode) => {
  it('is undone', () => {
    expect(decodeBody(encode(body), encoding)).toEqual(body);
  });

  it('is undone up to the body limit', () => {
    expect(decodeBody(encode(Buffer.alloc(maxBodyBytes)), encoding)).toHaveLength(maxBodyBytes);
  });

  it('is refused above the body limit', () => {
    expect(() => decodeBody(encode(Buffer.alloc(maxBodyBytes + 1)), encoding)).toThrow(
      /larger than 10485760/,
    );
  });

  it('is refused where it is cut off', () => {
    expect(() => decodeBody(encode(body).subarray(0, -6), encoding)).toThrow(/unexpected end of file/);
  });
});

it.each(['gzip', 'deflate', 'br'])('%s is refused where the data is something else', (encoding) => {
  expect(() => decodeBody(Buffer.from('{"plain":"text"}'), encoding)).toThrow();
});

it('takes the name in any case', () => {
  expect(decodeBody(gzipSync(body), ' GZIP ')).toEqual(body);
});

it.each([undefined, '', 'identity', 'zstd', 'gzip, br', 'constructor', 'toString'])(
  'leaves a body of the encoding %p as it is',
  (encoding) => {
    expect(decodeBody(body, encoding)).toBe(body);
  },
);

it('leaves no body as it is', () => {
  expect(decodeBody(Buffer.alloc(0), 'gzip')).toHaveLength(0);
});
