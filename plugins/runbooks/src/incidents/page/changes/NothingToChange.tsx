import { IncidentDetail } from '@fairlead/backstage-plugin-runbooks-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { FormEvent, useState } from 'react';
import { ErrorPanel } from '../../../states';
import { runbooksTranslationRef } from '../../../translation';
import { useFormStyles } from '../useFormStyles';
import { useIncidentMutation } from '../useIncidentMutation';

const useStyles = makeStyles(
  theme => ({ heading: { marginTop: theme.spacing(2) } }),
  { name: 'FairleadNothingToChange' },
);

/** Why nothing is to change after an incident. It is asked for while no change is linked. */
export function NothingToChange(props: { incident: IncidentDetail }) {
  const { id, review, changes, mayUpdate } = props.incident;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  if (review?.nothingToChange) {
    return (
      <Typography variant="body2" className={classes.heading}>
        {t('incidents.review.nothing.given', {
          reason: review.nothingToChange,
        })}
      </Typography>
    );
  }
  if (!mayUpdate || changes.length > 0) {
    return null;
  }
  return (
    <>
      <Typography
        variant="subtitle2"
        component="h3"
        className={classes.heading}
      >
        {t('incidents.review.nothing.title')}
      </Typography>
      <NothingForm incidentId={id} revision={review?.revision} />
    </>
  );
}

function NothingForm(props: {
  incidentId: string;
  revision: number | undefined;
}) {
  const { incidentId, revision } = props;
  const classes = useFormStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const [reason, setReason] = useState('');
  const write = useIncidentMutation(incidentId, (api, given: string) =>
    api.writeReview(incidentId, { nothingToChange: given, revision }),
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    write.mutate(reason.trim());
  };
  return (
    <form onSubmit={send} className={classes.form}>
      <TextField
        id="nothing-to-change"
        label={t('incidents.review.nothing.label')}
        value={reason}
        onChange={event => setReason(event.target.value)}
        size="small"
        variant="outlined"
        className={classes.wide}
        inputProps={{ dir: 'auto', maxLength: 1000 }}
      />
      <Button
        type="submit"
        size="small"
        variant="outlined"
        disabled={write.isPending || reason.trim() === ''}
      >
        {t('incidents.review.nothing.save')}
      </Button>
      {write.error && <ErrorPanel error={write.error} />}
    </form>
  );
}
