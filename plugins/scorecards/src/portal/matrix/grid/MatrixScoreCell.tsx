import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ScorecardEntityRow } from '@fairlead/backstage-plugin-scorecards-common';
import { outOfHundred, useNumberFormat } from '../../../states';
import { scorecardsTranslationRef } from '../../../translation';
import { GridClasses } from './useGridStyles';

/** The score of a row, with its parts on hover: a row has no room for both. */
export function MatrixScoreCell(props: {
  classes: GridClasses;
  row: ScorecardEntityRow;
  'data-cell': string;
  tabIndex: number;
}) {
  const { classes, row, ...focus } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const formatNumber = useNumberFormat();
  const isCounted = row.score !== null;
  const title = isCounted
    ? t('states.score.parts', {
        pass: formatNumber(row.scoreParts.pass),
        total: formatNumber(row.scoreParts.total),
      })
    : t('states.score.nothingCounted');
  return (
    <div
      role="gridcell"
      aria-colindex={4}
      className={`${classes.cell} ${classes.number}`}
      title={title}
      {...focus}
    >
      {isCounted ? (
        <span>
          {t('states.score.value', {
            score: String(outOfHundred(row.score!)),
          })}
        </span>
      ) : (
        <span className={classes.secondary}>{title}</span>
      )}
    </div>
  );
}
