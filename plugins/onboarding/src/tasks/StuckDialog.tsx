import {
  AskForHelp,
  JourneyTask,
  MissingPart,
} from '@fairlead/backstage-plugin-onboarding-common';
import { FormDialog, useTranslationRef } from '@fairlead/frontend-parts';
import DialogContentText from '@material-ui/core/DialogContentText';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import TextField from '@material-ui/core/TextField';
import { useState } from 'react';
import { MutationError, useJourneyMutation } from '../mutations';
import { EntityName } from '../person';
import { onboardingTranslationRef } from '../translation';

const QUESTIONS = ['tried', 'errorSays', 'ifNobodyWereHere'] as const;

const MISSING: readonly MissingPart[] = ['context', 'confidence'];

/** Asks the three questions that help whoever helps, and what is missing. */
export function StuckDialog(props: {
  journeyId: string;
  task: JourneyTask;
  onClose: () => void;
}) {
  const { journeyId, task, onClose } = props;
  const { t } = useTranslationRef(onboardingTranslationRef);
  const [answers, setAnswers] = useState({
    tried: '',
    errorSays: '',
    ifNobodyWereHere: '',
  });
  const [missing, setMissing] = useState<MissingPart>();
  const [wasSent, setWasSent] = useState(false);
  const ask = useJourneyMutation((api, question: AskForHelp) =>
    api.askForHelp(journeyId, task.id, question),
  );

  const send = () => {
    setWasSent(true);
    const [tried, errorSays, ifNobodyWereHere] = QUESTIONS.map(question =>
      answers[question].trim(),
    );
    if (tried && errorSays && ifNobodyWereHere && missing) {
      ask.mutate(
        { tried, errorSays, ifNobodyWereHere, missing },
        { onSuccess: onClose },
      );
    }
  };

  return (
    <FormDialog
      titleId="stuck-dialog-title"
      title={t('tasks.stuck.title', { title: task.title })}
      cancel={t('mutations.cancel')}
      send={t('tasks.stuck.send')}
      isDisabled={ask.isPending}
      onClose={onClose}
      onSend={send}
    >
      <DialogContentText component="div">
        {t('tasks.stuck.intro', {
          owner: <EntityName entityRef={task.ownerRef} />,
        })}
      </DialogContentText>
      {QUESTIONS.map(question => {
        const lacks = wasSent && !answers[question].trim();
        const help =
          question === 'errorSays' ? t('tasks.stuck.errorHelp') : undefined;
        return (
          <TextField
            key={question}
            id={`stuck-${question}`}
            label={t(`tasks.stuck.${question}`)}
            value={answers[question]}
            onChange={event =>
              setAnswers({ ...answers, [question]: event.target.value })
            }
            error={lacks}
            helperText={lacks ? t('tasks.stuck.needed') : help}
            multiline
            minRows={2}
            maxRows={8}
            fullWidth
            margin="normal"
            variant="outlined"
            inputProps={{ dir: 'auto', maxLength: 4000 }}
          />
        );
      })}
      <FormControl error={wasSent && !missing} margin="normal">
        <FormLabel id="stuck-missing">{t('tasks.stuck.missing')}</FormLabel>
        <RadioGroup
          aria-labelledby="stuck-missing"
          value={missing ?? ''}
          onChange={(_, value) => setMissing(value as MissingPart)}
        >
          {MISSING.map(part => (
            <FormControlLabel
              key={part}
              value={part}
              control={<Radio color="primary" />}
              label={t(`tasks.stuck.${part}`)}
            />
          ))}
        </RadioGroup>
        {wasSent && !missing && (
          <FormHelperText role="alert">
            {t('tasks.stuck.chooseOne')}
          </FormHelperText>
        )}
      </FormControl>
      <MutationError error={ask.error} />
    </FormDialog>
  );
}
