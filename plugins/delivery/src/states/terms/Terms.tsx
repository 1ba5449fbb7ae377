import { InfoButton, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { deliveryTranslationRef } from '../../translation';

/** A word that needs explaining. */
type Term =
  | 'halfWithin'
  | 'nineOfTen'
  | 'quarters'
  | 'counted'
  | 'waiting'
  | 'rework'
  | 'changeDays';

/** What the words beside it mean, behind an ⓘ. */
export function Terms(props: { terms: readonly Term[] }) {
  const { t } = useTranslationRef(deliveryTranslationRef);
  return (
    <InfoButton label={t('states.terms.title')} title={t('states.terms.title')}>
      {props.terms.map(term => (
        <Typography key={term} variant="body2" gutterBottom>
          {t(`states.terms.${term}`)}
        </Typography>
      ))}
    </InfoButton>
  );
}
