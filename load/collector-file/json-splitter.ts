const quote = 0x22;
const backslash = 0x5c;
const opening = 0x7b;
const closing = 0x7d;

/** Thrown where a file is something else than JSON objects. */
export class NotJsonError extends Error {}

/**
 * Cuts a stream into its JSON objects, whether each has a line of its own, several or none: files of several
 * collectors may have been joined. Brackets in texts do not count.
 */
export class JsonSplitter {
  /** Bytes of an object whose end has not come. */
  private pending: Buffer = Buffer.alloc(0);
  /** Up to where of them it was looked for. */
  private scanned = 0;
  private depth = 0;
  private inText = false;
  private escaped = false;

  /** Takes the next bytes; returns the objects that end in them. Throws {@link NotJsonError}. */
  add(chunk: Buffer): Buffer[] {
    const bytes = this.pending.length === 0 ? chunk : Buffer.concat([this.pending, chunk]);
    const objects: Buffer[] = [];
    let start = 0;
    for (let at = this.scanned; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (this.depth === 0 && isSpace(byte)) start = at + 1;
      else if (this.depth === 0 && byte !== opening)
        throw new NotJsonError('there is text between JSON objects');
      else if (this.ends(byte)) {
        objects.push(bytes.subarray(start, at + 1));
        start = at + 1;
      }
    }
    this.pending = bytes.subarray(start);
    this.scanned = this.pending.length;
    return objects;
  }

  /** True: the stream ended inside an object. */
  get isCut(): boolean {
    return this.pending.length > 0;
  }

  /** Follows the nesting; true where the outermost object ends. */
  private ends(byte: number): boolean {
    if (this.inText) {
      if (this.escaped) this.escaped = false;
      else if (byte === backslash) this.escaped = true;
      else if (byte === quote) this.inText = false;
      return false;
    }
    if (byte === quote) this.inText = true;
    else if (byte === opening) this.depth++;
    else if (byte === closing) return --this.depth === 0;
    return false;
  }
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}
