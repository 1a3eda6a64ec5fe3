import { crc32, deflateRawSync, gzipSync } from 'node:zlib';

/** A .tar.gz as GNU tar writes it: a folder, then the one file in it. */
export function tarGz(path: string, content: string): Buffer {
  const file = Buffer.from(content);
  const padding = Buffer.alloc((512 - (file.length % 512)) % 512);
  const folder = tarHeader(`${path.split('/')[0] ?? ''}/`, 0, '5');
  return gzipSync(
    Buffer.concat([folder, tarHeader(path, file.length, '0'), file, padding, Buffer.alloc(1024)]),
  );
}

function tarHeader(path: string, bytes: number, type: string): Buffer {
  const header = Buffer.alloc(512);
  const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0');
  header.write(path, 0);
  header.write(
    `${octal(0o755, 7)}\0${octal(0, 7)}\0${octal(0, 7)}\0${octal(bytes, 11)}\0${octal(0, 11)}\0`,
    100,
  );
  header.write(`        ${type}`, 148);
  header.write('ustar  \0', 257);
  header.write(
    `${octal(
      header.reduce((sum, byte) => sum + byte, 0),
      6,
    )}\0 `,
    148,
  );
  return header;
}

/** A zip with one deflated file. */
export function zip(path: string, content: string): Buffer {
  const name = Buffer.from(path);
  const file = Buffer.from(content);
  const packed = deflateRawSync(file);
  // What the local header and the central directory both say: versions, no flags, deflate, no date, sizes.
  const common = [20, 0, 8, 0, 0].map(uint16);
  const sizes = [crc32(file), packed.length, file.length].map(uint32);
  const lengths = [name.length, 0].map(uint16);
  const local = Buffer.concat([uint32(0x04034b50), ...common, ...sizes, ...lengths, name, packed]);
  const central = Buffer.concat([
    ...[uint32(0x02014b50), uint16(20), ...common, ...sizes, ...lengths],
    ...[uint16(0), uint16(0), uint16(0), uint32(0), uint32(0), name],
  ]);
  const end = [uint32(0x06054b50), ...[0, 0, 1, 1].map(uint16), uint32(central.length), uint32(local.length)];
  return Buffer.concat([local, central, ...end, uint16(0)]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
