import { useTranslationRef } from '@fairlead/frontend-parts';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { deliveryTranslationRef } from '../translation';
import { OFFERED_MINUTES } from './minutes';
import { useChoiceStyles } from './useChoiceStyles';

const useStyles = makeStyles(
  theme => ({
    row: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
    other: { marginTop: theme.spacing(1.5) },
  }),
  { name: 'FairleadTimeChoice' },
);

type Offered = keyof typeof OFFERED_MINUTES | 'other';

/** How much time it took: four usual answers, or minutes. */
export function TimeChoice(props: {
  value: number;
  onChange: (minutes: number) => void;
  error: boolean;
}) {
  const { value, onChange, error } = props;
  const classes = useStyles();
  const choice = useChoiceStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const [chosen, setChosen] = useState<Offered>('hour');
  const choose = (next: Offered) => {
    setChosen(next);
    if (next !== 'other') {
      onChange(OFFERED_MINUTES[next]);
    }
  };
  const offered: Offered[] = ['quarter', 'hour', 'halfDay', 'day', 'other'];
  return (
    <fieldset className={choice.fieldset}>
      <legend className={choice.legend}>{t('friction.dialog.time')}</legend>
      <div className={classes.row}>
        {offered.map(option => (
          <label
            key={option}
            className={
              option === chosen
                ? `${choice.choice} ${choice.chosen}`
                : choice.choice
            }
          >
            <input
              type="radio"
              name="friction-time"
              className={choice.radio}
              checked={option === chosen}
              onChange={() => choose(option)}
            />
            {t(`friction.time.${option}`)}
          </label>
        ))}
      </div>
      {chosen === 'other' && (
        <TextField
          id="friction-minutes"
          className={classes.other}
          type="number"
          label={t('friction.dialog.minutes')}
          value={Number.isNaN(value) ? '' : value}
          onChange={event => onChange(parseFloat(event.target.value))}
          error={error}
          helperText={error ? t('friction.dialog.minutesWrong') : undefined}
          variant="outlined"
          size="small"
          inputProps={{ min: 1, max: 2_400, step: 1 }}
        />
      )}
    </fieldset>
  );
}
