import { EntityMeasuresResponse } from '@fairlead/backstage-plugin-delivery-common';
import { useNumberFormat, useTranslationRef } from '@fairlead/frontend-parts';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { deliveryTranslationRef } from '../translation';
import { ORIGINS } from './useTabParams';

const useStyles = makeStyles(
  theme => ({
    root: { minWidth: 200 },
    // The quieter colour of labels is too faint on the ground of an entity page.
    words: { color: theme.palette.text.primary },
  }),
  { name: 'FairleadOriginChoice' },
);

/** Whose changes are counted, and below it how many are by agents: a number, without any judgement. */
export function OriginChoice(props: {
  value: (typeof ORIGINS)[number];
  counts?: EntityMeasuresResponse['origins'];
  onChange: (value: string) => void;
}) {
  const { value, counts, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const formatNumber = useNumberFormat();
  return (
    <TextField
      id="origin"
      select
      size="small"
      variant="outlined"
      className={classes.root}
      label={t('entityTab.origin.label')}
      InputLabelProps={{ className: classes.words }}
      FormHelperTextProps={{ className: classes.words }}
      helperText={
        counts?.agentShare !== undefined &&
        t('entityTab.origin.share', {
          agents: formatNumber(counts.byOrigin.agent ?? 0),
          n: formatNumber(counts.agentShareOf),
          assisted: formatNumber(counts.assisted),
        })
      }
      value={value}
      onChange={event => onChange(event.target.value)}
    >
      {ORIGINS.map(origin => (
        <MenuItem key={origin} value={origin}>
          {t(`entityTab.origin.${origin}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
