import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { runbooksTranslationRef } from '../../translation';
import { MomentDialog } from './MomentDialog';
import { useIncidentMutation } from './useIncidentMutation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5),
    },
  }),
  { name: 'FairleadTellMoment' },
);

/** Tells a moment of an incident that no source tells: now, or at a time that is past. Its begin is always past. */
export function TellMoment(props: {
  incidentId: string;
  moment: 'started' | 'mitigated' | 'published';
}) {
  const { incidentId, moment } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const alertApi = useApi(alertApiRef);
  const [isAsking, setIsAsking] = useState(false);
  const tell = useIncidentMutation(incidentId, (api, at: string | undefined) =>
    api.tellMoment(incidentId, { moment, at }),
  );
  const send = (at?: string) =>
    tell.mutate(at, {
      onSuccess: () => {
        setIsAsking(false);
        alertApi.post({
          message: t(`incidents.tell.done.${moment}`),
          severity: 'success',
          display: 'transient',
        });
      },
      onError: error =>
        alertApi.post({
          message: t('incidents.tell.failed', { message: error.message }),
          severity: 'error',
        }),
    });
  return (
    <div className={classes.root}>
      <Button
        size="small"
        color="primary"
        variant="outlined"
        disabled={tell.isPending}
        onClick={() => (moment === 'started' ? setIsAsking(true) : send())}
      >
        {t(`incidents.tell.${moment}`)}
      </Button>
      {moment !== 'started' && (
        <Button
          size="small"
          disabled={tell.isPending}
          aria-label={t(`incidents.tell.otherLabel.${moment}`)}
          onClick={() => setIsAsking(true)}
        >
          {t('incidents.tell.other')}
        </Button>
      )}
      {isAsking && (
        <MomentDialog
          moment={moment}
          isPending={tell.isPending}
          onClose={() => setIsAsking(false)}
          onSend={send}
        />
      )}
    </div>
  );
}
