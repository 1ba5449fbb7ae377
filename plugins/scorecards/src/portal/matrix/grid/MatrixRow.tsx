import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { ScorecardEntityRow } from '@fairlead/backstage-plugin-scorecards-common';
import { memo } from 'react';
import { LevelLabel } from '../../../states';
import { entityName } from '../../entityName';
import { OpenCell } from '../useOpenCell';
import { HEADER_ROWS, LEADING_COLUMNS, ROW_HEIGHT } from './gridLayout';
import { MatrixCheckCell } from './MatrixCheckCell';
import { MatrixOwner } from './MatrixOwner';
import { MatrixScoreCell } from './MatrixScoreCell';
import { MatrixColumnGroup } from './orderColumns';
import { CellWords } from './useCellWords';
import { cellProps } from './useGridNavigation';
import { GridClasses } from './useGridStyles';

function Row(props: {
  classes: GridClasses;
  words: CellWords;
  index: number;
  row: ScorecardEntityRow;
  levels: readonly string[];
  groups: readonly MatrixColumnGroup[];
  activeColumn: number | undefined;
  onOpen: (cell: OpenCell) => void;
}) {
  const { classes, words, index, row, levels, groups, activeColumn } = props;
  const name = row.title ?? entityName(row.entityRef);
  const cell = (column: number) =>
    cellProps(index + 1, column, activeColumn === column);
  return (
    <div
      role="row"
      aria-rowindex={index + 1 + HEADER_ROWS}
      className={`${classes.row} ${classes.bodyRow}`}
      style={{ transform: `translateY(${index * ROW_HEIGHT}px)` }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        className={`${classes.cell} ${classes.sticky}`}
      >
        <EntityRefLink
          entityRef={row.entityRef}
          title={name}
          aria-description={row.entityRef}
          {...cell(0)}
        >
          <span title={`${name} (${row.entityRef})`}>{name}</span>
        </EntityRefLink>
      </div>
      <div
        role="gridcell"
        aria-colindex={2}
        className={`${classes.cell} ${classes.spare}`}
      >
        {row.owner ? (
          <MatrixOwner ownerRef={row.owner} {...cell(1)} />
        ) : (
          <span className={classes.secondary} {...cell(1)}>
            {words.noOwner}
          </span>
        )}
      </div>
      <div
        role="gridcell"
        aria-colindex={3}
        className={classes.cell}
        {...cell(2)}
      >
        <LevelLabel level={row.level} levels={levels} />
      </div>
      <MatrixScoreCell classes={classes} words={words} row={row} {...cell(3)} />
      {groups.map(group =>
        group.columns.map((check, position) => {
          const at = LEADING_COLUMNS + group.start + position;
          return (
            <MatrixCheckCell
              key={check.id}
              classes={classes}
              words={words}
              status={
                check.statusIndex === undefined
                  ? undefined
                  : row.statuses[check.statusIndex]
              }
              check={check}
              column={at}
              isFirstOfGroup={position === 0}
              focus={cell(at)}
              onOpen={() =>
                props.onOpen({ entityRef: row.entityRef, checkId: check.id })
              }
            />
          );
        }),
      )}
    </div>
  );
}

/** One entity of the matrix. */
export const MatrixRow = memo(Row);
