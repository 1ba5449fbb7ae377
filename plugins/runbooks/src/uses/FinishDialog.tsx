import {
  RunbookUse,
  UseOutcome,
} from '@fairlead/backstage-plugin-runbooks-common';
import { FormDialog, useTranslationRef } from '@fairlead/frontend-parts';
import DialogContentText from '@material-ui/core/DialogContentText';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { runbooksTranslationRef } from '../translation';
import { useUseMutations } from './useUseMutations';

const OUTCOMES: readonly UseOutcome[] = ['helped', 'misled', 'missing'];

/** Asks whether the runbook helped and what to change, while it is fresh. */
export function FinishDialog(props: { use: RunbookUse; onClose: () => void }) {
  const { use, onClose } = props;
  const { t } = useTranslationRef(runbooksTranslationRef);
  const { finish } = useUseMutations(use);
  const [outcome, setOutcome] = useState<UseOutcome>();
  const [note, setNote] = useState('');
  const [wasSent, setWasSent] = useState(false);
  const isMissing = wasSent && !outcome;

  const submit = () => {
    setWasSent(true);
    if (outcome) {
      const text = note.trim();
      finish.mutate(
        { outcome, ...(text && { note: text }) },
        { onSuccess: onClose },
      );
    }
  };

  return (
    <FormDialog
      titleId="finish-dialog-title"
      title={t('uses.finish.title')}
      cancel={t('uses.finish.cancel')}
      send={t('uses.finish.submit')}
      isDisabled={finish.isPending}
      onClose={onClose}
      onSend={submit}
    >
      <FormControl error={isMissing}>
        <RadioGroup
          aria-labelledby="finish-dialog-title"
          value={outcome ?? ''}
          onChange={(_, value) => setOutcome(value as UseOutcome)}
        >
          {OUTCOMES.map(one => (
            <FormControlLabel
              key={one}
              value={one}
              control={<Radio color="primary" />}
              label={t(`uses.finish.${one as 'helped'}`)}
            />
          ))}
        </RadioGroup>
        {isMissing && (
          <FormHelperText role="alert">
            {t('uses.finish.chooseOne')}
          </FormHelperText>
        )}
      </FormControl>
      <TextField
        id="finish-note"
        label={t('uses.finish.note')}
        helperText={t('uses.finish.noteHelp')}
        value={note}
        onChange={event => setNote(event.target.value)}
        multiline
        minRows={2}
        maxRows={8}
        fullWidth
        margin="normal"
        variant="outlined"
        inputProps={{ maxLength: 4000 }}
      />
      {!use.byAgent && (
        <DialogContentText variant="body2">
          {t('uses.finish.verifies')}
        </DialogContentText>
      )}
      {finish.error && (
        <Typography role="alert" variant="body2" color="error">
          {t('uses.finish.failed', { message: finish.error.message })}
        </Typography>
      )}
    </FormDialog>
  );
}
