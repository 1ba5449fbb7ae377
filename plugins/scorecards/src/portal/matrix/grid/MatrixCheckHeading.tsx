import {
  useNumberFormat,
  useTimeFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import { scorecardsTranslationRef } from '../../../translation';
import { MatrixColumn } from './orderColumns';
import { cellProps } from './useGridNavigation';
import { GridClasses } from './useGridStyles';

/** The heading of a check's column; selecting it lists only the entities that fail the check. */
export function MatrixCheckHeading(props: {
  classes: GridClasses;
  check: MatrixColumn;
  isWide: boolean;
  column: number;
  isFirstOfGroup: boolean;
  isActive: boolean;
  isSelected: boolean;
  entities: number;
  onFilterCheck: (checkId: string | undefined) => void;
}) {
  const { classes, check, isWide, column, isSelected } = props;
  const titleClass = isWide ? classes.wideCheckTitle : classes.checkTitle;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const formatNumber = useNumberFormat();
  const format = useTimeFormat();
  const isAnnounced = check.from && new Date(check.from) > new Date();
  const hint = isSelected
    ? t('portal.matrix.columnSelected', { title: check.title })
    : t('portal.matrix.columnHint', {
        title: check.title,
        failing: formatNumber(check.failing),
        entities: formatNumber(props.entities),
      });
  return (
    <div
      role="columnheader"
      aria-colindex={column + 1}
      className={props.isFirstOfGroup ? classes.firstOfGroup : undefined}
    >
      <button
        type="button"
        {...cellProps(0, column, props.isActive)}
        className={classes.checkHeading}
        aria-label={check.title}
        aria-pressed={isSelected}
        title={
          isAnnounced
            ? `${hint} ${t('portal.matrix.countsFrom', {
                date: format.day(check.from!),
              })}`
            : hint
        }
        onClick={() => props.onFilterCheck(isSelected ? undefined : check.id)}
      >
        <span
          className={
            isAnnounced ? `${titleClass} ${classes.announced}` : titleClass
          }
        >
          {check.title}
        </span>
      </button>
    </div>
  );
}
