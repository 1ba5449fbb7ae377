import { useTranslationRef } from '@fairlead/frontend-parts';
import { levelTitle } from '../../../states';
import { scorecardsTranslationRef } from '../../../translation';
import { LEADING_COLUMNS } from './gridLayout';
import { MatrixCheckHeading } from './MatrixCheckHeading';
import { MatrixColumnGroup } from './orderColumns';
import { cellProps } from './useGridNavigation';
import { GridClasses } from './useGridStyles';

const LEADING = ['entity', 'owner', 'level', 'score'] as const;

/** The headings of the matrix: levels, and below them the checks of each. */
export function MatrixHeader(props: {
  classes: GridClasses;
  groups: readonly MatrixColumnGroup[];
  entities: number;
  activeColumn: number | undefined;
  failedCheck: string | undefined;
  onFilterCheck: (checkId: string | undefined) => void;
}) {
  const { classes, groups, activeColumn } = props;
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
        className={`${classes.row} ${classes.columnRow}`}
      >
        {LEADING.map((name, index) => (
          <div
            key={name}
            role="columnheader"
            aria-colindex={index + 1}
            {...cellProps(0, index, activeColumn === index)}
            className={
              index === 0
                ? `${classes.cell} ${classes.heading} ${classes.sticky}`
                : `${classes.cell} ${classes.heading}`
            }
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
