import { useFiring } from '../api/queries';
import { Loaded } from '../states';
import { FiringOverview } from './FiringOverview';
import { Quiet } from './Quiet';
import { WidgetSkeleton } from './WidgetSkeleton';

const ROWS = 5;

/**
 * What fires on the services of the reader's teams, with the way in.
 *
 * @public
 */
export const HomeRunbooks = (props: {
  /** Leaves out what wakes nobody up. */
  onlyPaging?: boolean;
  /** How many alerts are shown, 5 when left out. */
  rows?: number;
}) => {
  const { onlyPaging = false, rows = ROWS } = props;
  const query = useFiring({ mine: true });
  return (
    <Loaded query={query} skeleton={<WidgetSkeleton />}>
      {answer => {
        const firing = answer.items.filter(
          ({ mayPage }) => mayPage || !onlyPaging,
        );
        return firing.length > 0 ? (
          <FiringOverview
            firing={firing}
            total={onlyPaging ? firing.length : answer.totalItems}
            maxRows={rows}
          />
        ) : (
          <Quiet
            heardAt={answer.heardAt}
            lookedAt={new Date(query.dataUpdatedAt).toISOString()}
            onlyPaging={onlyPaging}
          />
        );
      }}
    </Loaded>
  );
};
