import type { JSX } from 'preact';
import type { Row } from '../engine/row.ts';

/** What a row is: `Pod`, or `pods of Deployment`. */
export function kindText({ kind, templateOf }: Pick<Row, 'kind' | 'templateOf'>): string {
  return templateOf === undefined ? kind : `pods of ${templateOf}`;
}

/** The name of a row, and what it is. */
export function RowTitle({ row }: { readonly row: Row }): JSX.Element {
  return (
    <span class="row-title">
      <span class="row-name">{row.name}</span>
      <span class="row-kind">
        {kindText(row)}
        {row.namespace !== '' && <> in {row.namespace}</>}
      </span>
    </span>
  );
}
