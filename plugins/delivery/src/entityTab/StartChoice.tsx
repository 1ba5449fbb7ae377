import {
  EntityMeasuresResponse,
  LeadTimeStart,
} from '@fairlead/backstage-plugin-delivery-common';
import { useNumberFormat, useTranslationRef } from '@fairlead/frontend-parts';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { deliveryTranslationRef } from '../translation';
import { STARTS } from './useTabParams';

const useStyles = makeStyles(
  theme => ({
    root: { minWidth: 200 },
    // The quieter colour of labels is too faint on the ground of an entity page.
    words: { color: theme.palette.text.primary },
  }),
  { name: 'FairleadStartChoice' },
);

/** From when lead times are asked to count, and below it how many really count from another time. */
export function StartChoice(props: {
  value: LeadTimeStart;
  counts: EntityMeasuresResponse['leadTimeStarts'];
  onChange: (value: string) => void;
}) {
  const { value, counts = {}, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const formatNumber = useNumberFormat();
  const n = STARTS.reduce((sum, start) => sum + (counts[start] ?? 0), 0);
  const others = STARTS.filter(start => start !== value && counts[start]);
  return (
    <TextField
      id="lead-time-start"
      select
      size="small"
      variant="outlined"
      className={classes.root}
      label={t('entityTab.leadTimeStart')}
      InputLabelProps={{ className: classes.words, shrink: true }}
      FormHelperTextProps={{ className: classes.words }}
      helperText={others
        .map(start =>
          t(`entityTab.counts.${start}`, {
            counted: formatNumber(counts[start] ?? 0),
            n: formatNumber(n),
          }),
        )
        .join(' ')}
      value={value}
      onChange={event => onChange(event.target.value)}
    >
      {STARTS.map(start => (
        <MenuItem key={start} value={start}>
          {t(`entityTab.start.${start}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
