import { useTranslationRef } from '@fairlead/frontend-parts';
import { levelTitle } from '../../../states';
import { scorecardsTranslationRef } from '../../../translation';
import { LEADING_COLUMNS } from './gridLayout';
import { MatrixCheckHeading } from './MatrixCheckHeading';
import { MatrixColumnGroup } from './orderColumns';
import { cellProps } from './useGridNavigation';
import { GridClasses } from './useGridStyles';

const LEADING = ['entity', 'owner', 'level', 'score'] as const;
/** What a phone has no room for. */
const SPARE: readonly string[] = ['owner', 'score'];

/** The headings of the matrix: levels, and below them the checks of each. */
export function MatrixHeader(props: {
  classes: GridClasses;
  groups: readonly MatrixColumnGroup[];
  /** Whether the titles of checks lie. */
  isWide: boolean;
  entities: number;
  activeColumn: number | undefined;
  failedCheck: string | undefined;
  onFilterCheck: (checkId: string | undefined) => void;
}) {
  const { classes, groups, isWide, activeColumn } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
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
        {LEADING.map((name, index) => (
          <div
            key={name}
            role="columnheader"
            aria-colindex={index + 1}
            {...cellProps(0, index, activeColumn === index)}
            className={[
              classes.cell,
              classes.heading,
              index === 0 && classes.sticky,
              SPARE.includes(name) && classes.spare,
            ]
              .filter(Boolean)
              .join(' ')}
          >
            {t(`portal.matrix.${name}`)}
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
                isSelected={props.failedCheck === check.id}
                entities={props.entities}
                onFilterCheck={props.onFilterCheck}
              />
            );
          }),
        )}
      </div>
    </div>
  );
}
