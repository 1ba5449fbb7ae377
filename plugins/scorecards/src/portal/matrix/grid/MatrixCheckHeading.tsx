import {
  useNumberFormat,
  useTimeFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import { scorecardsTranslationRef } from '../../../translation';
import { MatrixSort } from '../useMatrixSort';
import { MatrixColumn } from './orderColumns';
import { SortButton } from './SortButton';
import { cellProps } from './useGridNavigation';
import { GridClasses } from './useGridStyles';

/** The heading of a check's column; selecting it sorts by the check, those that fail it first. */
export function MatrixCheckHeading(props: {
  classes: GridClasses;
  check: MatrixColumn;
  isWide: boolean;
  column: number;
  isFirstOfGroup: boolean;
  isActive: boolean;
  /** Set while the matrix is sorted by the check. */
  direction: MatrixSort['direction'] | undefined;
  entities: number;
  onSort: () => void;
}) {
  const { classes, check, isWide, column, direction } = props;
  const titleClass = isWide ? classes.wideCheckTitle : classes.checkTitle;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const formatNumber = useNumberFormat();
  const format = useTimeFormat();
  const isAnnounced = check.from && new Date(check.from) > new Date();
  const hint = t('portal.matrix.columnHint', {
    title: check.title,
    failing: formatNumber(check.failing),
    entities: formatNumber(props.entities),
  });
  return (
    <div
      role="columnheader"
      aria-colindex={column + 1}
      aria-sort={direction ?? 'none'}
      className={props.isFirstOfGroup ? classes.firstOfGroup : undefined}
    >
      <SortButton
        classes={classes}
        className={classes.checkHeading}
        direction={direction}
        focus={cellProps(0, column, props.isActive)}
        label={check.title}
        title={
          isAnnounced
            ? `${hint} ${t('portal.matrix.countsFrom', {
                date: format.day(check.from!),
              })}`
            : hint
        }
        onSort={props.onSort}
      >
        <span
          className={
            isAnnounced ? `${titleClass} ${classes.announced}` : titleClass
          }
        >
          {check.title}
        </span>
      </SortButton>
    </div>
  );
}
