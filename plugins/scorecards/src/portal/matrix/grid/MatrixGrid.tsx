import {
  ScorecardEntityRow,
  ScorecardSummary,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { CSSProperties, useCallback, useEffect, useId, useRef } from 'react';
import { scorecardsTranslationRef } from '../../../translation';
import { MatrixSort, SortColumn } from '../useMatrixSort';
import { OpenCell } from '../useOpenCell';
import {
  HEADER_ROWS,
  layoutColumns,
  LEADING_COLUMNS,
  ROW_HEIGHT,
} from './gridLayout';
import { MatrixHeader } from './MatrixHeader';
import { MatrixRow } from './MatrixRow';
import { MatrixColumnGroup } from './orderColumns';
import { useCellWords } from './useCellWords';
import { useGridNavigation } from './useGridNavigation';
import { useGridStyles } from './useGridStyles';
import { useVirtualRows } from './useVirtualRows';

/** How many rows before the end the next ones are asked for. */
const ROWS_AHEAD = 40;
const ROWS_A_PAGE = 10;

/** The grid of entities and checks. It draws only the rows in view and asks for more as they are needed. */
export function MatrixGrid(props: {
  scorecard: ScorecardSummary;
  groups: readonly MatrixColumnGroup[];
  rows: readonly ScorecardEntityRow[];
  /** How many rows there are, loaded or not. */
  totalItems: number;
  /** Whether the rows are those of the filters before. */
  isStale: boolean;
  more: {
    has: boolean;
    isLoading: boolean;
    hasFailed: boolean;
    load: () => unknown;
  };
  sort: MatrixSort;
  onSort: (column: SortColumn) => void;
  onOpen: (cell: OpenCell) => void;
}) {
  const { scorecard, groups, rows, totalItems, more } = props;
  const classes = useGridStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const words = useCellWords();
  const keysId = useId();
  const grid = useRef<HTMLDivElement>(null);
  const activeRow = useRef(0);
  const columns = groups.flatMap(group => group.columns);
  const { widths, isWide, headerHeight } = layoutColumns(groups);
  const virtual = useVirtualRows({
    grid,
    count: rows.length,
    headerHeight,
    activeRow,
  });
  const { scrollToIndex } = virtual;

  const reveal = useCallback(
    (row: number) => row > 0 && scrollToIndex(row - 1),
    [scrollToIndex],
  );
  const { active, onKeyDown, onFocus } = useGridNavigation({
    grid,
    rows: rows.length + 1,
    columns: LEADING_COLUMNS + columns.length,
    page: ROWS_A_PAGE,
    reveal,
  });
  activeRow.current = active.row - 1;

  const items = virtual.getVirtualItems();
  const isNearEnd = (items.at(-1)?.index ?? 0) >= rows.length - ROWS_AHEAD;
  const loadsMore = isNearEnd && more.has && !more.isLoading && !more.hasFailed;
  const loadMore = more.load;
  useEffect(() => {
    if (loadsMore) {
      loadMore();
    }
  }, [loadsMore, loadMore]);

  return (
    <>
      <div
        ref={grid}
        role="grid"
        tabIndex={-1}
        aria-label={t('portal.matrix.label', { scorecard: scorecard.title })}
        aria-describedby={keysId}
        aria-rowcount={totalItems + HEADER_ROWS}
        aria-colcount={LEADING_COLUMNS + columns.length}
        aria-busy={props.isStale || more.isLoading}
        className={
          props.isStale
            ? `${classes.scroller} ${classes.stale}`
            : classes.scroller
        }
        style={
          {
            '--matrix-checks': widths.map(width => `${width}px`).join(' '),
          } as CSSProperties
        }
        onKeyDown={onKeyDown}
        onFocus={onFocus}
      >
        <MatrixHeader
          classes={classes}
          groups={groups}
          isWide={isWide}
          entities={scorecard.totals.entities}
          activeColumn={active.row === 0 ? active.column : undefined}
          sort={props.sort}
          onSort={props.onSort}
        />
        <div
          role="rowgroup"
          className={classes.body}
          style={{ height: rows.length * ROW_HEIGHT }}
        >
          {items.map(({ index }) => (
            <MatrixRow
              key={rows[index].entityRef}
              classes={classes}
              words={words}
              index={index}
              row={rows[index]}
              levels={scorecard.levels}
              groups={groups}
              activeColumn={
                active.row === index + 1 ? active.column : undefined
              }
              onOpen={props.onOpen}
            />
          ))}
        </div>
      </div>
      <Typography variant="caption" color="textSecondary" id={keysId}>
        {t('portal.matrix.keys')}
      </Typography>
      {more.isLoading && (
        <Typography variant="body2" role="status">
          {t('portal.matrix.loadingMore')}
        </Typography>
      )}
      {more.hasFailed && (
        <Typography variant="body2" role="alert">
          {t('portal.matrix.moreFailed')}{' '}
          <Button size="small" onClick={() => more.load()}>
            {t('states.panel.retry')}
          </Button>
        </Typography>
      )}
    </>
  );
}
