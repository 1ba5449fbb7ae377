import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { useMemo } from 'react';
import { MeasuresQuery } from '../api';
import { useEntityMeasures } from '../api/queries';
import { Loaded } from '../states';
import { TabBody } from './TabBody';
import { TabSkeleton } from './TabSkeleton';
import { TabToolbar } from './TabToolbar';
import { useTabParams } from './useTabParams';
import { windowOf } from './windowOf';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      // Never wider than the page, even when a table inside is.
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(3),
    },
  }),
  { name: 'FairleadEntityDeliveryContent' },
);

/**
 * The delivery of an entity in full.
 *
 * @public
 */
export const EntityDeliveryContent = () => {
  const { entity } = useEntity();
  const classes = useStyles();
  const { days, start, origin, view } = useTabParams();
  const measuresQuery = useMemo<MeasuresQuery>(
    () => ({
      ...windowOf(days),
      ...(start !== 'first-commit' && { leadTimeStart: start }),
      ...(origin !== 'counted' && { origin }),
      ...(view !== 'then' && { view }),
    }),
    [days, start, origin, view],
  );
  const query = useEntityMeasures(stringifyEntityRef(entity), measuresQuery);
  return (
    <div className={classes.root}>
      <TabToolbar
        entity={entity}
        leadTimeStarts={query.data?.leadTimeStarts}
        origins={query.data?.origins}
      />
      <Loaded query={query} skeleton={<TabSkeleton />}>
        {response => (
          <TabBody entity={entity} response={response} query={measuresQuery} />
        )}
      </Loaded>
    </div>
  );
};
