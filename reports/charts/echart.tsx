import type { VNode } from 'preact';

import { draw, type Drawing } from './draw';
import type { Size } from './size';

/** A drawing of the charting library: the only markup of the page that Preact does not write. */
export function EChart({ drawing, size }: { readonly drawing: Drawing; readonly size: Size }): VNode {
  return <div dangerouslySetInnerHTML={{ __html: draw(drawing, size) }} />;
}
