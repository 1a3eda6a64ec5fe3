import type { ComponentChildren, VNode } from 'preact';

import { Table, type Column } from '../page/table';
import { sizes, type Size } from './size';

interface FigureProps {
  readonly title: string;
  /** How to read the chart: what a point stands for. */
  readonly note?: string;
  /** What its colours stand for, where its axes do not say it. */
  readonly legend?: VNode;
  readonly picture: (size: Size) => VNode;
  readonly columns: readonly Column[];
  /** The rows of the table that says the same. */
  readonly children: ComponentChildren;
}

/** A chart in both widths, and its figures as a table. */
export function Figure({ title, note, legend, picture, columns, children }: FigureProps): VNode {
  return (
    <figure class="chart">
      <figcaption>
        <h4>{title}</h4>
        {note !== undefined && <span class="aside">{note}</span>} {legend}
      </figcaption>
      {sizes.map((size) => (
        // Without styles the narrow one stays hidden: one picture is enough.
        <div class={size.name} hidden={size.name === 'narrow'}>
          {picture(size)}
        </div>
      ))}
      <details class="twin">
        <summary>{title} as a table</summary>
        <Table caption={title} columns={columns}>
          <tbody>{children}</tbody>
        </Table>
      </details>
    </figure>
  );
}
