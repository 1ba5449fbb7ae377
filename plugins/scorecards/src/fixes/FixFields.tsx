import {
  FixPlaceholder,
  meetsPlaceholder,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from 'react';
import { scorecardsTranslationRef } from '../translation';
import { FilledFix } from './useFilledFix';

const useStyles = makeStyles(
  theme => ({
    root: {
      border: 0,
      margin: theme.spacing(1, 0),
      padding: 0,
      display: 'grid',
      gap: theme.spacing(1.5),
      minWidth: 0,
    },
    legend: { padding: 0, marginBottom: theme.spacing(1), fontWeight: 600 },
  }),
  { name: 'FairleadFixFields' },
);

/** What a person has to say before the edit is whole. The rule engine judges each value as it is typed. */
export function FixFields(props: {
  placeholders: readonly FixPlaceholder[];
  filled: FilledFix;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return (
    <fieldset className={classes.root}>
      <legend className={classes.legend}>{t('fixes.fill')}</legend>
      {props.placeholders.map(placeholder => (
        <FixField
          key={placeholder.marker}
          placeholder={placeholder}
          filled={props.filled}
        />
      ))}
    </fieldset>
  );
}

function FixField(props: { placeholder: FixPlaceholder; filled: FilledFix }) {
  const { placeholder, filled } = props;
  const { marker, path, wanted, prefix } = placeholder;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const id = useId();
  const text = filled.typed[marker] ?? prefix ?? '';
  const isWrong =
    text !== '' && text !== prefix && !meetsPlaceholder(placeholder, text);
  return (
    <TextField
      id={id}
      label={path}
      value={text}
      onChange={event => filled.type(marker, event.target.value)}
      error={isWrong}
      helperText={t(isWrong ? 'fixes.fillWrong' : 'fixes.fillWanted', {
        wanted,
      })}
      inputProps={{
        inputMode: placeholder.type === 'number' ? 'decimal' : 'text',
      }}
      required
      fullWidth
      size="small"
      variant="outlined"
    />
  );
}
