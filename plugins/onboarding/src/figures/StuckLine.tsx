import { TaskFigures } from '@fairlead/backstage-plugin-onboarding-common';
import { useNumberFormat, useTranslationRef } from '@fairlead/frontend-parts';
import { onboardingTranslationRef } from '../translation';

/** How many were stuck on a task. */
export function StuckLine(props: { figures: TaskFigures }) {
  const { stuckShare, met } = props.figures;
  const { t } = useTranslationRef(onboardingTranslationRef);
  const percent = useNumberFormat({
    style: 'percent',
    maximumFractionDigits: 0,
  });
  return (
    <>
      {stuckShare === undefined
        ? t('figures.tooFew')
        : t('figures.line', { share: percent(stuckShare), met })}
    </>
  );
}
