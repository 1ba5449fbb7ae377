import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SourceHealth } from '@fairlead/backstage-plugin-delivery-common';
import { RelativeTime, useNumberFormat } from '../states';
import { deliveryTranslationRef } from '../translation';
import { Figure } from './Figure';

/** What the last comparison with the source found that had not been delivered. */
export function ReconciledFigure(props: { source: SourceHealth }) {
  const { reconciled, canPull } = props.source;
  const { t } = useTranslationRef(deliveryTranslationRef);
  const formatNumber = useNumberFormat();
  return (
    <Figure
      label={t('health.figures.reconciled')}
      hint={t('health.figures.reconciledHint')}
      isQuiet={!reconciled}
    >
      {words()}
    </Figure>
  );

  function words() {
    if (!reconciled) {
      return canPull
        ? t('health.figures.reconciledNever')
        : t('health.figures.cannotPull');
    }
    const when = <RelativeTime time={reconciled.at} />;
    switch (reconciled.state) {
      case 'running':
        return t('health.figures.reconciledRunning', {
          count: reconciled.read,
        });
      case 'failed':
        return t('health.figures.reconciledFailed', {
          when,
          error: reconciled.error ?? '',
        });
      default:
        return reconciled.missing + reconciled.different === 0
          ? t('health.figures.reconciledSame', { when })
          : t('health.figures.reconciledWords', {
              when,
              missing: formatNumber(reconciled.missing),
              different: formatNumber(reconciled.different),
            });
    }
  }
}
