import { MeasureId } from '@fairlead/backstage-plugin-delivery-common';
import { FilterText, useTranslationRef } from '@fairlead/frontend-parts';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from 'react';
import { useMeasureTitle } from '../../states';
import { deliveryTranslationRef } from '../../translation';
import { PortalChoices } from '../usePortalChoices';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1.5, 2),
      margin: theme.spacing(1, 0),
    },
  }),
  { name: 'FairleadTeamFilters' },
);

/** By which measure the teams stand side by side, and which of them. */
export function TeamFilters(props: {
  choices: PortalChoices;
  measures: readonly MeasureId[];
  /** How many teams are left. */
  listed: number;
  onChoose: (change: Partial<PortalChoices>) => void;
}) {
  const { choices, measures, listed, onChoose } = props;
  const classes = useStyles();
  const id = useId();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const titleOf = useMeasureTitle();
  return (
    <div role="search" className={classes.root}>
      <TextField
        select
        id={id}
        label={t('portal.teams.measure')}
        value={choices.measure}
        onChange={event =>
          onChoose({ measure: event.target.value as MeasureId })
        }
        SelectProps={{ native: true }}
        InputLabelProps={{ shrink: true }}
        size="small"
        variant="outlined"
      >
        {measures.map(measure => (
          <option key={measure} value={measure}>
            {titleOf(measure)}
          </option>
        ))}
      </TextField>
      <FilterText
        label={t('portal.teams.filter')}
        value={choices.team}
        onChange={team => onChoose({ team })}
      />
      <Typography variant="body2" color="textSecondary" role="status">
        {t('portal.teams.shown', { count: listed })}
      </Typography>
    </div>
  );
}
