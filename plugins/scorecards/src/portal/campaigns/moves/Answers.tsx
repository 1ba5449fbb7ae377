import { useTranslationRef } from '@fairlead/frontend-parts';
import TextField from '@material-ui/core/TextField';
import { useId } from 'react';
import { scorecardsTranslationRef } from '../../../translation';

/** The two answers that a pause needs. */
export interface GivenAnswers {
  impact: string;
  futureCost: string;
}

/** Whether both questions are answered. */
export function isAnswered({ impact, futureCost }: GivenAnswers): boolean {
  return impact.trim() !== '' && futureCost.trim() !== '';
}

/** Asks what creates the most impact, and what reduces future cost. */
export function Answers(props: {
  value: GivenAnswers;
  onChange: (value: GivenAnswers) => void;
}) {
  const { value, onChange } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const id = useId();
  return (
    <>
      {(['impact', 'futureCost'] as const).map(question => (
        <TextField
          key={question}
          id={`${id}-${question}`}
          label={t(`campaigns.dialog.${question}`)}
          value={value[question]}
          onChange={event =>
            onChange({ ...value, [question]: event.target.value })
          }
          required
          multiline
          rows={2}
          fullWidth
          margin="dense"
          variant="outlined"
          inputProps={{ maxLength: 2000 }}
        />
      ))}
    </>
  );
}
