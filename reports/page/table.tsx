import type { ComponentChildren, VNode } from 'preact';

interface TableProps {
  /** Read out where the table is reached; shown unless `hideCaption`. */
  readonly caption: string;
  readonly columns: readonly Column[];
  /** Rows, as `<tr>` in one or several `<tbody>`. */
  readonly children: ComponentChildren;
  readonly class?: string;
}

export interface Column {
  readonly title: string;
  readonly numeric?: boolean;
}

/** A table that scrolls sideways by itself where the screen is narrow, by keyboard as well. */
export function Table({ caption, columns, children, class: kind = '' }: TableProps): VNode {
  return (
    <div class="scroll" role="region" aria-label={caption} tabIndex={0}>
      <table class={kind}>
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

/** A figure in its cell. `align` serves readers without styles. */
export function Numeric({ children }: { readonly children: ComponentChildren }): VNode {
  return (
    <td class="number" align="right">
      {children}
    </td>
  );
}
