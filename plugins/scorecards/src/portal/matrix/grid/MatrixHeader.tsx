import { useTranslationRef } from '@fairlead/frontend-parts';
import { levelTitle } from '../../../states';
import { scorecardsTranslationRef } from '../../../translation';
import { MatrixSort, SortColumn } from '../useMatrixSort';
import { LEADING_COLUMNS } from './gridLayout';
import { MatrixCheckHeading } from './MatrixCheckHeading';
import { MatrixColumnGroup } from './orderColumns';
import { SortButton } from './SortButton';
import { cellProps } from './useGridNavigation';
import { GridClasses } from './useGridStyles';

/** The columns before the checks; a phone has no room for the spare ones. */
const LEADING = [
  { name: 'entity', column: 'name' },
  { name: 'owner', column: 'owner', isSpare: true },
  { name: 'level', column: 'level' },
  { name: 'score', column: 'score', isSpare: true },
] as const satisfies readonly {
  name: string;
  column: SortColumn;
  isSpare?: boolean;
}[];

/** The headings of the matrix: levels, and below them the checks of each. */
export function MatrixHeader(props: {
  classes: GridClasses;
  groups: readonly MatrixColumnGroup[];
  /** Whether the titles of checks lie. */
  isWide: boolean;
  entities: number;
  activeColumn: number | undefined;
  sort: MatrixSort;
  onSort: (column: SortColumn) => void;
}) {
  const { classes, groups, isWide, activeColumn, sort, onSort } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const directionOf = (column: SortColumn) =>
    sort.column === column ? sort.direction : undefined;
  return (
    <div role="rowgroup" className={classes.header}>
      <div
        role="row"
        aria-rowindex={1}
        className={`${classes.row} ${classes.groupRow}`}
      >
        <div
          role="gridcell"
          aria-colindex={1}
          className={`${classes.cell} ${classes.sticky}`}
        />
        {groups.map(group => (
          <div
            key={group.level}
            role="columnheader"
            aria-colindex={LEADING_COLUMNS + group.start + 1}
            aria-colspan={group.columns.length}
            className={`${classes.cell} ${classes.groupHeading}`}
            style={{
              gridColumn: `${LEADING_COLUMNS + group.start + 1} / span ${
                group.columns.length
              }`,
            }}
            title={levelTitle(group.level)}
          >
            <span>{levelTitle(group.level)}</span>
          </div>
        ))}
      </div>
      <div
        role="row"
        aria-rowindex={2}
        className={`${classes.row} ${
          isWide ? classes.wideColumnRow : classes.columnRow
        }`}
      >
        {LEADING.map((heading, index) => (
          <div
            key={heading.name}
            role="columnheader"
            aria-colindex={index + 1}
            aria-sort={directionOf(heading.column) ?? 'none'}
            className={[
              classes.cell,
              classes.heading,
              index === 0 && classes.sticky,
              'isSpare' in heading && classes.spare,
            ]
              .filter(Boolean)
              .join(' ')}
          >
            <SortButton
              classes={classes}
              className={classes.sortButton}
              direction={directionOf(heading.column)}
              focus={cellProps(0, index, activeColumn === index)}
              onSort={() => onSort(heading.column)}
            >
              {t(`portal.matrix.${heading.name}`)}
            </SortButton>
          </div>
        ))}
        {groups.map(group =>
          group.columns.map((check, index) => {
            const position = LEADING_COLUMNS + group.start + index;
            return (
              <MatrixCheckHeading
                key={check.id}
                classes={classes}
                check={check}
                isWide={isWide}
                column={position}
                isFirstOfGroup={index === 0}
                isActive={activeColumn === position}
                direction={directionOf(`check:${check.id}`)}
                entities={props.entities}
                onSort={() => onSort(`check:${check.id}`)}
              />
            );
          }),
        )}
      </div>
    </div>
  );
}
