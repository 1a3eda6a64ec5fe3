import type { ComponentChildren, VNode } from 'preact';

interface TableProps {
  /** Read out where the table is reached; shown unless `hideCaption`. */
  readonly caption: string;
  readonly columns: readonly Column[];
  /** Rows, as `<tr>` in one or several `<tbody>`. */
  readonly children: ComponentChildren;
  readonly class?: string;
  /** Rows of text become blocks on a phone; rows of figures scroll. */
  readonly stacks?: boolean;
}

export interface Column {
  readonly title: string;
  readonly numeric?: boolean;
}

/** A table that scrolls sideways by itself where the screen is narrow, by keyboard as well. */
export function Table({ caption, columns, children, class: kind = '', stacks = false }: TableProps): VNode {
  return (
    <div class="scroll" role="group" aria-label={caption} tabIndex={0}>
      <table cellPadding="4" class={stacks ? `${kind} stacks`.trim() : kind}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, numeric }) => (
              <th scope="col" class={numeric ? 'number' : undefined} align={numeric ? 'right' : 'left'}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </div>
  );
}

interface CellProps {
  /** Repeated before the value where rows are stacked and the head of the table is out of sight. */
  readonly title?: string;
  readonly children: ComponentChildren;
}

/** Text in its cell. */
export function Cell({ title, children }: CellProps): VNode {
  return <td data-title={title}>{children}</td>;
}

/** What its row is about. `align` serves readers without styles. */
export function RowHead({ children }: { readonly children: ComponentChildren }): VNode {
  return (
    <th scope="row" align="left">
      {children}
    </th>
  );
}

/** A figure in its cell. `align` serves readers without styles. */
export function Numeric({ title, children }: CellProps): VNode {
  return (
    <td class="number" align="right" data-title={title}>
      {children}
    </td>
  );
}
