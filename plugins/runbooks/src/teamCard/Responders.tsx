import { ResponderShare } from '@fairlead/backstage-plugin-runbooks-common';
import { InfoButton, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { runbooksTranslationRef } from '../translation';

/** How much hangs on one person, as numbers, and whom to pair. Only the owning team is told. */
export function Responders(props: { responders: ResponderShare }) {
  const { n, share, others, suggestion } = props.responders;
  const { t } = useTranslationRef(runbooksTranslationRef);
  return (
    <Typography variant="body2" style={{ marginTop: 12 }}>
      {t('teamCard.responders', {
        part: Math.round(share * n),
        n,
        count: others,
      })}{' '}
      <bdi>{suggestion}</bdi>{' '}
      <InfoButton
        label={t('teamCard.responder.open')}
        title={t('teamCard.responder.title')}
      >
        <Typography variant="body2">{t('teamCard.responder.text')}</Typography>
      </InfoButton>
    </Typography>
  );
}
