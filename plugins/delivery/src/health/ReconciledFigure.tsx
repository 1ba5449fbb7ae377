import { SourceHealth } from '@fairlead/backstage-plugin-delivery-common';
import {
  RelativeTime,
  useNumberFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
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
    const { error = '', missing, different } = reconciled;
    const when = <RelativeTime time={reconciled.at} />;
    if (reconciled.state === 'running') {
      return t('health.figures.reconciledRunning', { count: reconciled.read });
    }
    if (reconciled.state === 'failed') {
      return t('health.figures.reconciledFailed', { when, error });
    }
    const found = {
      when,
      missing: formatNumber(missing),
      different: formatNumber(different),
    };
    if (reconciled.read === 0 && !error) {
      return t('health.figures.reconciledNothing', { when });
    }
    const isSame = missing + different === 0;
    if (error) {
      return isSame
        ? t('health.figures.reconciledPartSame', { when, error })
        : t('health.figures.reconciledPartWords', { ...found, error });
    }
    return isSame
      ? t('health.figures.reconciledSame', { when })
      : t('health.figures.reconciledWords', found);
  }
}
