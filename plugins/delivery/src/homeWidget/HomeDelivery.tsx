import { useWaiting } from '../api/queries';
import { Loaded } from '../states';
import { NothingWaits } from './NothingWaits';
import { WaitingList } from './WaitingList';
import { WidgetSkeleton } from './WidgetSkeleton';

const ROWS = 5;

/**
 * The changes of the reader and the reader's teams that wait, longest first.
 *
 * @public
 */
export const HomeDelivery = (props: {
  /** The reader's own changes come before those of the teams, unless the reader says otherwise. */
  mineFirst?: boolean;
  /** How many changes are shown, 5 when left out. */
  rows?: number;
}) => {
  const query = useWaiting();
  return (
    <Loaded query={query} skeleton={<WidgetSkeleton />}>
      {waiting =>
        waiting.items.length === 0 ? (
          <NothingWaits lastRecordAt={waiting.lastRecordAt} />
        ) : (
          <WaitingList
            waiting={waiting}
            mineFirst={props.mineFirst ?? true}
            maxRows={props.rows ?? ROWS}
          />
        )
      }
    </Loaded>
  );
};
