import { Entity, isGroupEntity } from '@backstage/catalog-model';
import { EntityMeasuresResponse } from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { ChoiceButtons } from '../choice';
import { ReportFriction } from '../friction';
import { ViewChoice } from '../team';
import { deliveryTranslationRef } from '../translation';
import { OriginChoice } from './OriginChoice';
import { StartChoice } from './StartChoice';
import { useTabParams, WINDOWS } from './useTabParams';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1.5, 2),
    },
    end: { marginLeft: 'auto' },
  }),
  { name: 'FairleadTabToolbar' },
);

/** What the reader may choose, and the way to a report of friction. */
export function TabToolbar(props: {
  entity: Entity;
  /** From when lead times really count, once that is known. */
  leadTimeStarts: EntityMeasuresResponse['leadTimeStarts'];
  /** By whom changes were made, once that is known. */
  origins?: EntityMeasuresResponse['origins'];
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const { days, start, origin, view, set } = useTabParams();
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
      <OriginChoice
        value={origin}
        counts={props.origins}
        onChange={value =>
          set('origin', value === 'counted' ? undefined : value)
        }
      />
      <StartChoice
        value={start}
        counts={props.leadTimeStarts}
        onChange={value => set('start', value)}
      />
      {isGroupEntity(props.entity) && (
        <ViewChoice view={view} onChange={value => set('view', value)} />
      )}
      <div className={classes.end}>
        <ReportFriction entity={props.entity} />
      </div>
    </div>
  );
}
