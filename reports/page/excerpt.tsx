import type { VNode } from 'preact';

import { cut } from '../text/cut';
import { jsonLines, type JsonLine } from '../text/json-lines';
import { visible } from '../text/visible';
import { breakable } from './breakable';
import { Preformatted } from './preformatted';
import { Omitted } from './text';

interface ExcerptProps {
  readonly text: string;
  /** Characters shown. */
  readonly length: number;
  /** The JSON pointer whose line is marked. */
  readonly pointer?: string | undefined;
  readonly label: string;
}

/** A recorded body: JSON indented, cut, with the line in question marked. */
export function Excerpt({ text, length, pointer, label }: ExcerptProps): VNode {
  const start = cut(text, length);
  const lines = jsonLines(start.text);
  const marked = pointer === undefined ? -1 : nearestLine(lines, pointer);
  return (
    <Preformatted class="excerpt" label={label}>
      <code>
        {lines.map(({ text: line }, index) => (
          <>
            {index === marked ? <mark>{breakable(visible(line))}</mark> : breakable(visible(line))}
            {'\n'}
          </>
        ))}
      </code>
      {start.omitted > 0 && <Omitted count={start.omitted} />}
    </Preformatted>
  );
}

/** A missing property has no line: its nearest ancestor stands in. */
function nearestLine(lines: readonly JsonLine[], pointer: string): number {
  for (let path = pointer; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
    const index = lines.findIndex((line) => line.pointer === path);
    if (index >= 0 || !path.includes('/')) return index;
  }
  return -1;
}
