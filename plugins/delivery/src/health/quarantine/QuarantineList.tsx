import { usePermission } from '@backstage/plugin-permission-react';
import {
  deliverySourceUpdatePermission,
  SourceHealth,
} from '@fairlead/backstage-plugin-delivery-common';
import { EmptyPanel, useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useQuarantine } from '../../api/queries';
import { Loaded } from '../../states';
import { deliveryTranslationRef } from '../../translation';
import { ListSkeleton } from '../ListSkeleton';
import { MoreButton } from '../MoreButton';
import { useGrowingList } from '../useGrowingList';
import { useReplay } from '../useSourceMutations';
import { QuarantineItem } from './QuarantineItem';
import { ReplayOutcome } from './ReplayOutcome';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      marginBottom: theme.spacing(1),
    },
  }),
  { name: 'FairleadQuarantineList' },
);

/** The deliveries of a source that could not be read: why, what was received, and a way to try again. */
export function QuarantineList(props: { source: SourceHealth }) {
  const { source } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const { limit, grow } = useGrowingList();
  const query = useQuarantine({ source: source.id, limit });
  const replay = useReplay();
  const { allowed, loading } = usePermission({
    permission: deliverySourceUpdatePermission,
    resourceRef: source.id,
  });
  return (
    <>
      <ReplayOutcome replay={replay} />
      <Loaded query={query} skeleton={<ListSkeleton />}>
        {({ items, totalItems }) =>
          items.length === 0 ? (
            <EmptyPanel title={t('health.quarantine.empty')} />
          ) : (
            <>
              <div className={classes.actions}>
                {allowed && (
                  <Button
                    variant="outlined"
                    size="small"
                    disabled={replay.isPending}
                    onClick={() => replay.mutate({ source: source.id })}
                  >
                    {t('health.quarantine.replayAll')}
                  </Button>
                )}
                {!allowed && !loading && (
                  <Typography variant="body2" color="textSecondary">
                    {t('health.quarantine.notAllowed', {
                      permission: deliverySourceUpdatePermission.name,
                    })}
                  </Typography>
                )}
              </div>
              <ul
                className={classes.list}
                aria-label={t('health.quarantine.label', {
                  source: source.title,
                })}
              >
                {items.map(delivery => (
                  <QuarantineItem
                    key={delivery.id}
                    delivery={delivery}
                    onReplay={
                      allowed
                        ? () => replay.mutate({ ids: [delivery.id] })
                        : undefined
                    }
                    isBusy={replay.isPending}
                  />
                ))}
              </ul>
              <MoreButton
                shown={items.length}
                total={totalItems}
                isLoading={query.isPlaceholderData}
                onMore={grow}
              />
            </>
          )
        }
      </Loaded>
    </>
  );
}
