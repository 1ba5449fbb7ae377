import { MarkdownContent } from '@backstage/core-components';
import {
  AnsweringTeam,
  AskedQuestion,
  parseDuration,
} from '@fairlead/backstage-plugin-scorecards-common';
import {
  FormDialog,
  useTimeFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import DialogContentText from '@material-ui/core/DialogContentText';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import TextField from '@material-ui/core/TextField';
import { useId, useState } from 'react';
import { ErrorPanel } from '../states';
import { scorecardsTranslationRef } from '../translation';
import { TeamNames } from './TeamNames';
import { useAnswerForm } from './useAnswerForm';
import { useAnswerMutations } from './useAnswerMutations';

/** Asks a team: its choice, its words and what they rest on. */
export function AnswerDialog(props: {
  question: AskedQuestion;
  /** Those that the reader may answer for. */
  teams: readonly AnsweringTeam[];
  checkId: string;
  entityRef: string;
  entityName: string;
  scorecardRef: string;
  onClose: () => void;
}) {
  const { question, teams, checkId, entityRef, scorecardRef, onClose } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const time = useTimeFormat();
  const id = useId();
  const { answer } = useAnswerMutations(entityRef);
  const form = useAnswerForm(question, { teamRef: teams[0].teamRef });
  const [wasSent, setWasSent] = useState(false);
  const [until] = useState(() =>
    new Date(Date.now() + parseDuration(question.expiresAfter)).toISOString(),
  );

  const send = () => {
    setWasSent(true);
    if (form.isComplete) {
      answer.mutate(
        { scorecardRef, checkId, ...form.toRequest() },
        { onSuccess: onClose },
      );
    }
  };

  return (
    <FormDialog
      titleId={`${id}-title`}
      title={t('attestations.dialogTitle', { entity: props.entityName })}
      cancel={t('attestations.cancel')}
      send={t('attestations.send')}
      isDisabled={answer.isPending}
      onClose={onClose}
      onSend={send}
    >
      <FormControl
        component="fieldset"
        margin="dense"
        fullWidth
        required
        error={wasSent && form.isChoiceMissing}
      >
        <FormLabel component="legend">{question.text}</FormLabel>
        {question.help && <MarkdownContent content={question.help} />}
        <RadioGroup
          name={`${id}-choice`}
          value={form.choice}
          onChange={event => form.setChoice(event.target.value)}
        >
          {question.choices.map(choice => (
            <FormControlLabel
              key={choice.id}
              value={choice.id}
              label={choice.title}
              control={<Radio size="small" color="primary" />}
            />
          ))}
        </RadioGroup>
        {wasSent && form.isChoiceMissing && (
          <FormHelperText role="alert">
            {t('attestations.choiceMissing')}
          </FormHelperText>
        )}
      </FormControl>
      <TextField
        id={`${id}-text`}
        label={t('attestations.text')}
        helperText={t('attestations.textHelp')}
        value={form.text}
        onChange={event => form.setText(event.target.value)}
        multiline
        rows={3}
        fullWidth
        margin="normal"
        variant="outlined"
        inputProps={{ maxLength: 4000 }}
      />
      {form.links.map((link, index) => (
        <LinkField
          // Links are added at the end alone.
          key={index}
          id={`${id}-link-${index}`}
          label={
            index === 0
              ? t('attestations.link')
              : t('attestations.linkNumbered', { number: `${index + 1}` })
          }
          link={link}
          isRequired={index === 0 && question.evidence === 'required'}
          problem={problemOf(link, index)}
          onChange={text => form.setLink(index, text)}
        />
      ))}
      {form.addLink && (
        <Button size="small" onClick={form.addLink}>
          {t('attestations.addLink')}
        </Button>
      )}
      {teams.length > 1 && (
        <TextField
          select
          id={`${id}-team`}
          label={t('attestations.forTeam')}
          value={form.teamRef}
          onChange={event => form.setTeamRef(event.target.value)}
          SelectProps={{ native: true }}
          fullWidth
          margin="normal"
          variant="outlined"
        >
          {teams.map(({ teamRef }) => (
            <option key={teamRef} value={teamRef}>
              {teamRef}
            </option>
          ))}
        </TextField>
      )}
      <DialogContentText component="div">
        {t('attestations.forTeamText', {
          team: <TeamNames teamRefs={[form.teamRef]} />,
          day: time.day(until),
        })}
      </DialogContentText>
      {answer.error && <ErrorPanel error={answer.error} />}
    </FormDialog>
  );

  function problemOf(link: string, index: number): string | undefined {
    if (!wasSent) {
      return undefined;
    }
    if (!form.isRight(link)) {
      return t('attestations.linkWrong');
    }
    return index === 0 && form.isLinkMissing
      ? t('attestations.linkRequired')
      : undefined;
  }
}

function LinkField(props: {
  id: string;
  label: string;
  link: string;
  isRequired: boolean;
  problem: string | undefined;
  onChange: (link: string) => void;
}) {
  const { problem } = props;
  return (
    <TextField
      id={props.id}
      label={props.label}
      type="url"
      value={props.link}
      onChange={event => props.onChange(event.target.value)}
      required={props.isRequired}
      error={problem !== undefined}
      helperText={problem}
      fullWidth
      margin="dense"
      variant="outlined"
      inputProps={{ maxLength: 2000 }}
    />
  );
}
