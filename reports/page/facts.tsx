import type { ComponentChildren, VNode } from 'preact';

export interface Fact {
  readonly name: string;
  readonly value: ComponentChildren;
}

interface FactsProps {
  readonly facts: readonly Fact[];
  /** Large: the few figures that people remember. Doubtful: the same of a run that proves nothing. */
  readonly look?: 'large' | 'doubtful';
}

/** Names and values in a row that wraps. A table, so that without styles each is one short line. */
export function Facts({ facts, look }: FactsProps): VNode {
  return (
    <table class={look === undefined ? 'facts' : `facts large ${look}`} cellPadding="3">
      <tbody>
        {facts.map(({ name, value }) => (
          <tr>
            <th scope="row" align="left">
              {name}
            </th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
