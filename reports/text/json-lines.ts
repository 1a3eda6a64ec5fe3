/** One line of pretty JSON. */
export interface JsonLine {
  readonly text: string;
  /** JSON pointer of the value that starts on this line; null on closing lines. */
  readonly pointer: string | null;
}

interface Level {
  readonly pointer: string;
  /** Index of the next item; null inside an object. */
  index: number | null;
  key: string;
}

/**
 * Indents JSON by its tokens, without parsing it: excerpts are cut in the middle, and neither large numbers nor
 * repeated keys may change on their way to the reader. Text that is not JSON comes out as its own lines.
 */
export function jsonLines(text: string): JsonLine[] {
  if (!/^\s*[[{]/.test(text)) return text.split('\n').map((line) => ({ text: line, pointer: null }));
  const printer = new Printer();
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*(?:"|$)|[{}[\],:]|[^\s{}[\],:"]+/gs))
    printer.add(token);
  return printer.finish();
}

class Printer {
  private readonly lines: JsonLine[] = [];
  private readonly levels: Level[] = [];
  private line = '';
  private pointer: string | null = '';
  private lastToken = '';

  add(token: string): void {
    if (token === '{' || token === '[') this.open(token);
    else if (token === '}' || token === ']') this.close(token);
    else if (token === ',') this.next();
    else if (token === ':') this.line += ': ';
    else this.value(token);
    this.lastToken = token;
  }

  finish(): JsonLine[] {
    this.breakLine();
    return this.lines;
  }

  private open(bracket: string): void {
    const pointer = this.start();
    this.line += bracket;
    this.levels.push({ pointer, index: bracket === '[' ? 0 : null, key: '' });
  }

  private close(bracket: string): void {
    this.levels.pop();
    // An empty object or array stays on its line.
    if (this.lastToken !== '{' && this.lastToken !== '[') {
      this.breakLine();
      this.pointer = null;
    }
    this.indent();
    this.line += bracket;
  }

  private next(): void {
    this.line += ',';
    const level = this.levels.at(-1);
    if (level !== undefined && level.index !== null) level.index += 1;
    this.breakLine();
  }

  private value(token: string): void {
    const level = this.levels.at(-1);
    const isKey = level?.index === null && this.lastToken !== ':';
    if (isKey) level.key = token.replace(/^"|"$/g, '');
    this.start();
    this.line += token;
  }

  /** Begins a line where an item or a key begins one. Returns the pointer of the value that starts here. */
  private start(): string {
    const level = this.levels.at(-1);
    if (level === undefined) return '';
    const name = level.index === null ? level.key : String(level.index);
    const pointer = `${level.pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (this.lastToken !== ':') {
      if (this.lastToken === '{' || this.lastToken === '[') this.breakLine();
      this.indent();
      this.pointer = pointer;
    }
    return pointer;
  }

  private indent(): void {
    if (this.line === '') this.line = '  '.repeat(this.levels.length);
  }

  private breakLine(): void {
    if (this.line !== '') this.lines.push({ text: this.line, pointer: this.pointer });
    this.line = '';
  }
}
