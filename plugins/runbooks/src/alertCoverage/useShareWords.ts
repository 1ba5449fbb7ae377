import { CoverageShare } from '@fairlead/backstage-plugin-runbooks-common';
import { useNumberFormat, useTranslationRef } from '@fairlead/frontend-parts';
import { runbooksTranslationRef } from '../translation';

/** Below this a share would look more solid than it is. */
const FEWEST_FOR_SHARE = 10;

/** A share as a percentage, where there are enough for one. */
export function useShareWords(): (share: CoverageShare) => string {
  const { t } = useTranslationRef(runbooksTranslationRef);
  const percent = useNumberFormat({
    style: 'percent',
    maximumFractionDigits: 0,
  });
  return ({ fired, ratio }) =>
    ratio === null || fired < FEWEST_FOR_SHARE
      ? ''
      : t('coverage.share', { share: percent(ratio) });
}
