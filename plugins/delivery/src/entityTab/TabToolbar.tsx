import { Entity, isGroupEntity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { ChoiceButtons } from '../choice';
import { ReportFriction } from '../friction';
import { ViewChoice } from '../team';
import { deliveryTranslationRef } from '../translation';
import { STARTS, useTabParams, WINDOWS } from './useTabParams';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1.5, 2),
    },
    start: { minWidth: 180 },
    // The quieter colour of labels is too faint on the ground of an entity page.
    startLabel: { color: theme.palette.text.primary },
    end: { marginLeft: 'auto' },
  }),
  { name: 'FairleadTabToolbar' },
);

/** What the reader may choose, and the way to a report of friction. */
export function TabToolbar(props: { entity: Entity }) {
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const { days, start, view, set } = useTabParams();
  return (
    <div className={classes.root}>
      <ChoiceButtons
        label={t('entityTab.window')}
        value={days}
        onChange={value => set('days', String(value))}
        options={WINDOWS.map(value => ({
          value,
          label: t('entityTab.days', { days: String(value) }),
        }))}
      />
      <TextField
        id="lead-time-start"
        select
        size="small"
        variant="outlined"
        className={classes.start}
        label={t('entityTab.leadTimeStart')}
        InputLabelProps={{ className: classes.startLabel }}
        value={start}
        onChange={event => set('start', event.target.value)}
      >
        {STARTS.map(value => (
          <MenuItem key={value} value={value}>
            {t(`entityTab.start.${value}`)}
          </MenuItem>
        ))}
      </TextField>
      {isGroupEntity(props.entity) && (
        <ViewChoice view={view} onChange={value => set('view', value)} />
      )}
      <div className={classes.end}>
        <ReportFriction entity={props.entity} />
      </div>
    </div>
  );
}
