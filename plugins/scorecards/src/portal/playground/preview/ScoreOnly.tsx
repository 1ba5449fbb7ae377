import { useTranslationRef } from '@fairlead/frontend-parts';
import { outOfHundred } from '../../../states';
import { scorecardsTranslationRef } from '../../../translation';

/** A score whose parts stand elsewhere: those of a preview open below it, check by check. */
export function ScoreOnly(props: { score: number | null }) {
  const { score } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return (
    <span style={{ fontVariantNumeric: 'tabular-nums' }}>
      {score === null
        ? t('states.score.nothingCounted')
        : t('states.score.value', { score: String(outOfHundred(score)) })}
    </span>
  );
}
