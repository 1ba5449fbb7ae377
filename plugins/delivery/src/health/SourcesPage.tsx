import { deliverySourceReadPermission } from '@fairlead/backstage-plugin-delivery-common';
import { EmptyPanel, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useSources } from '../api/queries';
import { Loaded } from '../states';
import { deliveryTranslationRef } from '../translation';
import { HealthSentence } from './HealthSentence';
import { SourceCard } from './SourceCard';
import { inOrder } from './sourceOrder';
import { SourcesSkeleton } from './SourcesSkeleton';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
      margin: theme.spacing(2, 0, 0),
      padding: 0,
      listStyle: 'none',
    },
  }),
  { name: 'FairleadSourcesPage' },
);

/** Whether the events that all numbers are made of arrive, source by source. */
export function SourcesPage() {
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const query = useSources();
  if (query.error && isNotAllowed(query.error)) {
    return (
      <EmptyPanel title={t('health.denied.title')}>
        {t('health.denied.text', {
          permission: deliverySourceReadPermission.name,
        })}
      </EmptyPanel>
    );
  }
  return (
    <Loaded query={query} skeleton={<SourcesSkeleton />}>
      {({ sources }) =>
        sources.length === 0 ? (
          <EmptyPanel title={t('health.sentence.none')}>
            {t('health.noneText')}
          </EmptyPanel>
        ) : (
          <>
            <HealthSentence sources={sources} />
            <Typography variant="body2" color="textSecondary">
              {t('health.intro')}
            </Typography>
            <ul className={classes.list} aria-label={t('health.list')}>
              {inOrder(sources).map(source => (
                <SourceCard key={source.id} source={source} />
              ))}
            </ul>
          </>
        )
      }
    </Loaded>
  );
}

function isNotAllowed(error: Error) {
  return 'statusCode' in error && error.statusCode === 403;
}
