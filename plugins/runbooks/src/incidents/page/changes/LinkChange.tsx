import { LinkedChange } from '@fairlead/backstage-plugin-runbooks-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import { FormEvent, useState } from 'react';
import { ErrorPanel } from '../../../states';
import { runbooksTranslationRef } from '../../../translation';
import { isWebAddress } from '../isWebAddress';
import { useFormStyles } from '../useFormStyles';
import { useIncidentMutation } from '../useIncidentMutation';

const KINDS = ['runbook', 'alert', 'code', 'decision'] as const;

/** Links a change to an incident: what kind of thing it changed, and where it is. */
export function LinkChange(props: { incidentId: string }) {
  const { incidentId } = props;
  const classes = useFormStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const [kind, setKind] = useState<LinkedChange['kind']>('runbook');
  const [url, setUrl] = useState('');
  const [title, setTitle] = useState('');
  const [wasSent, setWasSent] = useState(false);
  const link = useIncidentMutation(
    incidentId,
    (api, change: Pick<LinkedChange, 'kind' | 'url' | 'title'>) =>
      api.linkChange(incidentId, change),
  );
  const isWrong = wasSent && !isWebAddress(url);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setWasSent(true);
    if (isWebAddress(url)) {
      link.mutate(
        { kind, url: url.trim(), title: title.trim() || undefined },
        {
          onSuccess: () => {
            setUrl('');
            setTitle('');
            setWasSent(false);
          },
        },
      );
    }
  };
  return (
    <form onSubmit={send} noValidate className={classes.form}>
      <TextField
        select
        id="change-kind"
        label={t('incidents.changes.kind')}
        value={kind}
        onChange={event => setKind(event.target.value as LinkedChange['kind'])}
        SelectProps={{ native: true }}
        InputLabelProps={{ shrink: true }}
        size="small"
        variant="outlined"
        className={classes.choice}
      >
        {KINDS.map(option => (
          <option key={option} value={option}>
            {t(`incidents.changes.kinds.${option}`)}
          </option>
        ))}
      </TextField>
      <TextField
        id="change-url"
        type="url"
        label={t('incidents.changes.url')}
        value={url}
        onChange={event => setUrl(event.target.value)}
        error={isWrong}
        helperText={isWrong ? t('incidents.changes.wrong') : undefined}
        size="small"
        variant="outlined"
        className={classes.wide}
        inputProps={{ dir: 'ltr', maxLength: 2000 }}
      />
      <TextField
        id="change-title"
        label={t('incidents.changes.name')}
        value={title}
        onChange={event => setTitle(event.target.value)}
        size="small"
        variant="outlined"
        className={classes.wide}
        inputProps={{ dir: 'auto', maxLength: 200 }}
      />
      <Button
        type="submit"
        size="small"
        variant="outlined"
        disabled={link.isPending}
      >
        {t('incidents.changes.add')}
      </Button>
      {link.error && <ErrorPanel error={link.error} />}
    </form>
  );
}
