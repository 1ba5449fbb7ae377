import { FormDialog, useTranslationRef } from '@fairlead/frontend-parts';
import TextField from '@material-ui/core/TextField';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { runbooksTranslationRef } from '../../translation';

/** Asks when something was. */
export function MomentDialog(props: {
  moment: 'started' | 'mitigated' | 'published';
  isPending: boolean;
  onClose: () => void;
  onSend: (at: string) => void;
}) {
  const { moment, isPending, onClose, onSend } = props;
  const { t } = useTranslationRef(runbooksTranslationRef);
  const [now] = useState(() => DateTime.local().toFormat("yyyy-MM-dd'T'HH:mm"));
  const [value, setValue] = useState(now);
  const [wasSent, setWasSent] = useState(false);
  const at = DateTime.fromISO(value);
  const isWrong = !at.isValid || at > DateTime.now();
  const send = () => {
    setWasSent(true);
    if (!isWrong) {
      onSend(at.toUTC().toISO()!);
    }
  };
  return (
    <FormDialog
      titleId="incident-moment-title"
      title={t(`incidents.tell.title.${moment}`)}
      cancel={t('incidents.tell.cancel')}
      send={t('incidents.tell.send')}
      maxWidth="xs"
      isDisabled={isPending}
      onClose={onClose}
      onSend={send}
    >
      <TextField
        id="incident-moment"
        type="datetime-local"
        label={t('incidents.tell.at')}
        value={value}
        onChange={event => setValue(event.target.value)}
        error={wasSent && isWrong}
        helperText={wasSent && isWrong ? t('incidents.tell.wrong') : ' '}
        required
        fullWidth
        variant="outlined"
        InputLabelProps={{ shrink: true }}
        inputProps={{ max: now }}
      />
    </FormDialog>
  );
}
