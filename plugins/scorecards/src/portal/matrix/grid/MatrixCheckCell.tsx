import { CheckStatus } from '@fairlead/backstage-plugin-scorecards-common';
import { CheckStatusIcon } from '../../../states';
import { MatrixColumn } from './orderColumns';
import { CellWords } from './useCellWords';
import { GridClasses } from './useGridStyles';

/** What one check came to on one entity; empty while rows and definition are of different versions. */
export function MatrixCheckCell(props: {
  classes: GridClasses;
  words: CellWords;
  status: CheckStatus | undefined;
  check: MatrixColumn;
  column: number;
  isFirstOfGroup: boolean;
  focus: { 'data-cell': string; tabIndex: number };
  onOpen: () => void;
}) {
  const { classes, status, check, column, focus } = props;
  const className = props.isFirstOfGroup ? classes.firstOfGroup : undefined;
  if (!status) {
    return (
      <div
        role="gridcell"
        aria-colindex={column + 1}
        className={className}
        {...focus}
      />
    );
  }
  const label = props.words.check(status, check.title);
  return (
    <div role="gridcell" aria-colindex={column + 1} className={className}>
      <button
        type="button"
        {...focus}
        className={classes.status}
        aria-label={label}
        title={label}
        onClick={props.onOpen}
      >
        <CheckStatusIcon status={status} />
      </button>
    </div>
  );
}
