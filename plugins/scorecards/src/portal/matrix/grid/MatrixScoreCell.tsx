import { ScorecardEntityRow } from '@fairlead/backstage-plugin-scorecards-common';
import { CellWords } from './useCellWords';
import { GridClasses } from './useGridStyles';

/** The score of a row, with its parts on hover: a row has no room for both. */
export function MatrixScoreCell(props: {
  classes: GridClasses;
  words: CellWords;
  row: ScorecardEntityRow;
  'data-cell': string;
  tabIndex: number;
}) {
  const { classes, words, row, ...focus } = props;
  const title = words.scoreParts(row);
  return (
    <div
      role="gridcell"
      aria-colindex={4}
      className={`${classes.cell} ${classes.number} ${classes.spare}`}
      title={title}
      {...focus}
    >
      {row.score === null ? (
        <span className={classes.secondary}>{title}</span>
      ) : (
        <span>{words.score(row.score)}</span>
      )}
    </div>
  );
}
