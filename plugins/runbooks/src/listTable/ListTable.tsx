import { CSSProperties, ReactNode } from 'react';
import { useListStyles } from './useListStyles';

/** A column of a list. The first one names the row. */
export interface ListColumn<T> {
  id: string;
  title: string;
  /** As tracks of a grid are written. */
  width: string;
  isNumber?: boolean;
  /** On a phone it takes a line of its own. */
  isWide?: boolean;
  cell: (row: T) => ReactNode;
}

/** A dense table with a header that stays in view. On a phone each row is a block of its own. */
export function ListTable<T>(props: {
  label: string;
  columns: readonly ListColumn<T>[];
  rows: readonly T[];
  /** How many there are, in view or not. */
  totalItems: number;
  keyOf: (row: T) => string;
  /** Whether the rows are those of the filters before. */
  isStale: boolean;
}) {
  const { label, columns, rows, totalItems, keyOf, isStale } = props;
  const classes = useListStyles();
  const tracks = columns.map(({ width }) => width).join(' ');
  return (
    <div
      role="table"
      aria-label={label}
      aria-rowcount={totalItems + 1}
      aria-busy={isStale}
      className={`${classes.table} ${isStale ? classes.stale : ''}`}
      style={{ '--list-columns': tracks } as CSSProperties}
    >
      <div role="rowgroup" className={classes.header}>
        <div role="row" aria-rowindex={1} className={classes.row}>
          {columns.map(({ id, title, isNumber }) => (
            <span
              key={id}
              role="columnheader"
              className={isNumber ? classes.number : undefined}
            >
              {title}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup">
        {rows.map((row, rowIndex) => (
          <div
            key={keyOf(row)}
            role="row"
            aria-rowindex={rowIndex + 2}
            className={`${classes.row} ${classes.bodyRow}`}
          >
            {columns.map((column, index) => (
              <Cell
                key={column.id}
                classes={classes}
                column={column}
                isFirst={index === 0}
                row={row}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

function Cell<T>(props: {
  classes: ReturnType<typeof useListStyles>;
  column: ListColumn<T>;
  isFirst: boolean;
  row: T;
}) {
  const { classes, column, isFirst, row } = props;
  const content = column.cell(row);
  return (
    <div
      role={isFirst ? 'rowheader' : 'cell'}
      className={[
        classes.cell,
        isFirst ? classes.name : '',
        column.isNumber ? classes.number : '',
        column.isWide ? classes.wide : '',
        content === null ? classes.nothing : '',
      ].join(' ')}
    >
      {!isFirst && (
        <span aria-hidden className={classes.cellTitle}>
          {column.title}
        </span>
      )}
      {content}
    </div>
  );
}
