import { makeStyles } from '@material-ui/core/styles';
import { useOverview } from '../../api/queries';
import { windowOf } from '../../entityTab/windowOf';
import { Loaded } from '../../states';
import { usePortalChoices } from '../usePortalChoices';
import { OverviewChoices } from './OverviewChoices';
import { OverviewContent } from './OverviewContent';
import { OverviewSkeleton } from './OverviewSkeleton';

const useStyles = makeStyles(
  { stale: { opacity: 0.6 } },
  { name: 'FairleadDeliveryOverview' },
);

/** Where the whole organisation waits, its numbers, and its teams side by side. */
export function Overview() {
  const classes = useStyles();
  const { choices, choose } = usePortalChoices();
  const query = useOverview({
    ...windowOf(choices.days),
    view: choices.view,
  });
  return (
    <>
      <OverviewChoices choices={choices} onChoose={choose} />
      <Loaded query={query} skeleton={<OverviewSkeleton />}>
        {overview => (
          <div
            aria-busy={query.isPlaceholderData}
            className={query.isPlaceholderData ? classes.stale : undefined}
          >
            <OverviewContent
              overview={overview}
              choices={choices}
              onChoose={choose}
            />
          </div>
        )}
      </Loaded>
    </>
  );
}
