import { open, rename, rm, type FileHandle } from 'node:fs/promises';

import type { Export } from './post-export';

/** Four bytes of length, one that says whether the body is gzipped, then the body: big-endian. */
const headLength = 5;

/**
 * Exports in a file, first in, first out: nothing is in memory but the one that is being sent, and what was not
 * delivered outlives the process. Calls of append and next may overlap.
 */
export class Spool {
  /** Exports that were neither delivered nor set aside. */
  waiting = 0;
  /** Those that were set aside. */
  aside = 0;
  private readonly file: string;
  private readonly handle: FileHandle;
  private end = 0;
  private at = 0;
  private nextLength = 0;
  /** Places of exports that were set aside: before `at`, and still wanted. */
  private readonly kept: { readonly from: number; readonly length: number }[] = [];
  private writing: Promise<unknown> = Promise.resolve();

  private constructor(file: string, handle: FileHandle) {
    this.file = file;
    this.handle = handle;
  }

  /** Opens a file, with what an earlier process left in it. */
  static async open(file: string): Promise<Spool> {
    const spool = new Spool(file, await open(file, 'a+'));
    await spool.count();
    return spool;
  }

  /** Rejects where the disk takes no more; the file is then as it was. */
  append({ body, gzipped }: Export): Promise<void> {
    const head = Buffer.alloc(headLength);
    head.writeUInt32BE(body.length);
    head.writeUInt8(gzipped ? 1 : 0, headLength - 1);
    const written = this.writing.then(async () => {
      try {
        await this.handle.appendFile(Buffer.concat([head, body]));
      } catch (error) {
        await this.handle.truncate(this.end);
        throw error;
      }
      this.end += headLength + body.length;
      this.waiting += 1;
    });
    this.writing = written.catch(() => undefined);
    return written;
  }

  /** The oldest export that waits. It stays until it is told what became of it. */
  async next(): Promise<Export | undefined> {
    const found = await this.readAt(this.at);
    if (found === undefined) return undefined;
    this.nextLength = headLength + found.body.length;
    return found;
  }

  /** Goes on to the next: delivered ones are forgotten, those set aside stay in the file. */
  pass(became: 'delivered' | 'aside'): void {
    if (became === 'aside') {
      this.kept.push({ from: this.at, length: this.nextLength });
      this.aside += 1;
    }
    this.at += this.nextLength;
    this.waiting -= 1;
  }

  /** Leaves what was not delivered in the file, and no file where that is nothing. */
  async close(): Promise<void> {
    await this.writing;
    const left = [...this.kept, { from: this.at, length: this.end - this.at }].filter(
      ({ length }) => length > 0,
    );
    const delivered = left.reduce((sum, { length }) => sum - length, this.end);
    try {
      if (left.length > 0 && delivered > 0) await this.copy(left);
      else if (left.length === 0) await rm(this.file, { force: true });
    } finally {
      await this.handle.close();
    }
  }

  /** A new file takes the place of the old one when it is whole: until then nothing can be lost. */
  private async copy(stretches: Spool['kept']): Promise<void> {
    const part = `${this.file}.part`;
    const target = await open(part, 'w');
    try {
      const chunk = Buffer.alloc(64 * 1024);
      for (const { from, length } of stretches) {
        for (let done = 0; done < length;) {
          const { bytesRead } = await this.handle.read(
            chunk,
            0,
            Math.min(chunk.length, length - done),
            from + done,
          );
          if (bytesRead === 0) break;
          await target.appendFile(chunk.subarray(0, bytesRead));
          done += bytesRead;
        }
      }
    } finally {
      await target.close();
    }
    await rename(part, this.file);
  }

  private async count(): Promise<void> {
    const { size } = await this.handle.stat();
    this.end = size;
    let at = 0;
    for (let found = await this.readAt(at); found !== undefined; found = await this.readAt(at)) {
      at += headLength + found.body.length;
      this.waiting += 1;
    }
    // A process that was killed while it wrote leaves half an export.
    this.end = at;
    if (at < size) await this.handle.truncate(at);
  }

  /** Undefined at the end, and for an export that is cut off. */
  private async readAt(at: number): Promise<Export | undefined> {
    if (at + headLength > this.end) return undefined;
    const head = Buffer.alloc(headLength);
    await this.handle.read(head, 0, headLength, at);
    const length = head.readUInt32BE();
    if (at + headLength + length > this.end) return undefined;
    const body = Buffer.alloc(length);
    await this.handle.read(body, 0, length, at + headLength);
    return { body, gzipped: head.readUInt8(headLength - 1) === 1 };
  }
}
