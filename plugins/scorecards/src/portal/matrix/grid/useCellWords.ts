import {
  CheckStatus,
  ScorecardEntityRow,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useNumberFormat, useTranslationRef } from '@fairlead/frontend-parts';
import { useMemo } from 'react';
import { scorecardsTranslationRef } from '../../../translation';

/** The words of the matrix's cells. */
export interface CellWords {
  noOwner: string;
  check(status: CheckStatus, title: string): string;
  score(score: number): string;
  scoreParts(row: ScorecardEntityRow): string;
}

/** Looks the words up once for all cells: a hook in each of thousands is what makes scrolling slow. */
export function useCellWords(): CellWords {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const formatNumber = useNumberFormat();
  return useMemo(
    () => ({
      noOwner: t('states.owner.none'),
      check: (status, title) =>
        t('portal.matrix.cell', {
          status: t(`states.status.${status}`),
          check: title,
        }),
      score: score =>
        t('states.score.value', { score: String(Math.round(score * 100)) }),
      scoreParts: ({ score, scoreParts }) =>
        score === null
          ? t('states.score.nothingCounted')
          : t('states.score.parts', {
              pass: formatNumber(scoreParts.pass),
              total: formatNumber(scoreParts.total),
            }),
    }),
    [t, formatNumber],
  );
}
