import ArrowDownwardIcon from '@material-ui/icons/ArrowDownward';
import { ReactNode } from 'react';
import { MatrixSort } from '../useMatrixSort';
import { GridClasses } from './useGridStyles';

/** The heading of a column as a button that sorts by it; the arrow tells which way. */
export function SortButton(props: {
  classes: GridClasses;
  className: string;
  direction: MatrixSort['direction'] | undefined;
  title?: string;
  label?: string;
  focus: { 'data-cell': string; tabIndex: number };
  onSort: () => void;
  children: ReactNode;
}) {
  const { classes, direction } = props;
  return (
    <button
      type="button"
      {...props.focus}
      className={props.className}
      aria-label={props.label}
      title={props.title}
      onClick={props.onSort}
    >
      {props.children}
      {direction && (
        <ArrowDownwardIcon
          aria-hidden
          className={
            direction === 'ascending' ? classes.arrow : classes.arrowUp
          }
        />
      )}
    </button>
  );
}
