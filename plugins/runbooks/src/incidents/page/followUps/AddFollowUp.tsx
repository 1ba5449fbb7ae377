import { AddFollowUp as NewFollowUp } from '@fairlead/backstage-plugin-runbooks-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import { DateTime } from 'luxon';
import { FormEvent, useState } from 'react';
import { ErrorPanel } from '../../../states';
import { runbooksTranslationRef } from '../../../translation';
import { isWebAddress } from '../isWebAddress';
import { useFormStyles } from '../useFormStyles';
import { useIncidentMutation } from '../useIncidentMutation';

const NOTHING = { title: '', url: '', day: '' };

/** Agrees on something to be done after an incident. */
export function AddFollowUp(props: { incidentId: string }) {
  const { incidentId } = props;
  const classes = useFormStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const [typed, setTyped] = useState(NOTHING);
  const [wasSent, setWasSent] = useState(false);
  const add = useIncidentMutation(incidentId, (api, followUp: NewFollowUp) =>
    api.addFollowUp(incidentId, followUp),
  );
  const title = typed.title.trim();
  const url = typed.url.trim();
  const isUrlWrong = url !== '' && !isWebAddress(url);
  const due = DateTime.fromISO(typed.day).endOf('day');
  const send = (event: FormEvent) => {
    event.preventDefault();
    setWasSent(true);
    if (title && !isUrlWrong) {
      add.mutate(
        {
          title,
          url: url || undefined,
          dueAt: due.isValid ? due.toUTC().toISO()! : undefined,
        },
        {
          onSuccess: () => {
            setTyped(NOTHING);
            setWasSent(false);
          },
        },
      );
    }
  };
  return (
    <form onSubmit={send} noValidate className={classes.form}>
      <TextField
        id="follow-up-title"
        label={t('incidents.followUps.what')}
        value={typed.title}
        onChange={event => setTyped({ ...typed, title: event.target.value })}
        error={wasSent && !title}
        helperText={
          wasSent && !title ? t('incidents.followUps.whatMissing') : undefined
        }
        size="small"
        variant="outlined"
        className={classes.wide}
        inputProps={{ dir: 'auto', maxLength: 500 }}
      />
      <TextField
        id="follow-up-url"
        type="url"
        label={t('incidents.followUps.url')}
        value={typed.url}
        onChange={event => setTyped({ ...typed, url: event.target.value })}
        error={wasSent && isUrlWrong}
        helperText={
          wasSent && isUrlWrong ? t('incidents.changes.wrong') : undefined
        }
        size="small"
        variant="outlined"
        className={classes.wide}
        inputProps={{ dir: 'ltr', maxLength: 2000 }}
      />
      <TextField
        id="follow-up-due"
        type="date"
        label={t('incidents.followUps.dueAt')}
        value={typed.day}
        onChange={event => setTyped({ ...typed, day: event.target.value })}
        size="small"
        variant="outlined"
        InputLabelProps={{ shrink: true }}
      />
      <Button
        type="submit"
        size="small"
        variant="outlined"
        disabled={add.isPending}
      >
        {t('incidents.followUps.add')}
      </Button>
      {add.error && <ErrorPanel error={add.error} />}
    </form>
  );
}
