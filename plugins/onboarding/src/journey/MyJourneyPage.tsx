import { MyJourneys } from '@fairlead/backstage-plugin-onboarding-common';
import { useMine } from '../api/queries';
import { ForMe } from '../forOthers';
import { Loaded } from '../states';
import { isUnderWay } from './isUnderWay';
import { JourneySkeleton } from './JourneySkeleton';
import { JourneyView } from './JourneyView';
import { NoJourney } from './NoJourney';
import { OtherJourneys } from './OtherJourneys';
import { StartTracks } from './StartTracks';
import { UnknownUser } from './UnknownUser';

/** What is next for the reader, and all of their way; then what others wait for. */
export function MyJourneyPage() {
  const query = useMine({ isWatched: true });
  return (
    <Loaded query={query} skeleton={<JourneySkeleton />}>
      {mine =>
        mine.isUnknown ? (
          <UnknownUser userRef={mine.userRef} />
        ) : (
          <Known mine={mine} />
        )
      }
    </Loaded>
  );
}

function Known(props: { mine: MyJourneys }) {
  const { mine } = props;
  const [first, ...others] = mine.journeys;
  const isOnTheWay = first !== undefined && isUnderWay(first);
  return (
    <>
      {first ? (
        <JourneyView journey={first} afterNext={<ForMe mine={mine} />} />
      ) : (
        <>
          <NoJourney startable={mine.startable} />
          <ForMe mine={mine} />
        </>
      )}
      {others.length > 0 && <OtherJourneys journeys={others} />}
      {first && !isOnTheWay && <StartTracks startable={mine.startable} />}
    </>
  );
}
