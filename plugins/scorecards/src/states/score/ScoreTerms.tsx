import { InfoButton, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { scorecardsTranslationRef } from '../../translation';

const TERMS = ['level', 'points', 'score', 'leftOut'] as const;

/** What level, points and score are, behind an ⓘ. */
export function ScoreTerms() {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return (
    <InfoButton
      label={t('states.score.terms.title')}
      title={t('states.score.terms.title')}
    >
      {TERMS.map(term => (
        <Typography key={term} variant="body2" gutterBottom>
          {t(`states.score.terms.${term}`)}
        </Typography>
      ))}
    </InfoButton>
  );
}
