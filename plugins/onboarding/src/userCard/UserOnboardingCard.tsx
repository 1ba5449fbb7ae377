import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  Journey,
  MyJourneys,
} from '@fairlead/backstage-plugin-onboarding-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { useMine } from '../api/queries';
import { BuddyProposal } from '../forOthers';
import { findNext } from '../journey/findNext';
import { isUnderWay } from '../journey/isUnderWay';
import { usePageLinks } from '../links';
import { Progress } from '../progress';
import { onboardingTranslationRef } from '../translation';

/**
 * On the page of a user: one's own journey, or that of somebody whose buddy one is. Nobody else is shown anything, so there
 * is no card then.
 *
 * @public
 */
export const UserOnboardingCard = () => {
  const { entity } = useEntity();
  const { data: mine } = useMine();
  const userRef = stringifyEntityRef(entity);
  if (!mine) {
    return null;
  }
  if (mine.userRef === userRef) {
    const journey = mine.journeys.find(isUnderWay);
    return journey ? <OwnCard journey={journey} /> : null;
  }
  const along = mine.buddyOf?.filter(one => one.userRef === userRef) ?? [];
  const proposals = mine.buddyProposals.filter(one => one.userRef === userRef);
  return along.length + proposals.length > 0 ? (
    <BuddyCard along={along} proposals={proposals} />
  ) : null;
};

function OwnCard(props: { journey: Journey }) {
  const { journey } = props;
  const { t } = useTranslationRef(onboardingTranslationRef);
  const links = usePageLinks();
  const { task: next } = findNext(journey);
  return (
    <EntityInfoCard title={t('userCard.title')}>
      <div style={{ overflowWrap: 'anywhere' }}>
        <Typography variant="body1">
          <bdi>{journey.title}</bdi>
        </Typography>
        <Progress progress={journey.progress} />
        {next && (
          <Typography variant="body1">
            {t('userCard.next', { task: next.title })}
          </Typography>
        )}
        <Link to={links.mine()}>{t('userCard.open')}</Link>
      </div>
    </EntityInfoCard>
  );
}

function BuddyCard(props: {
  along: NonNullable<MyJourneys['buddyOf']>;
  proposals: MyJourneys['buddyProposals'];
}) {
  const { along, proposals } = props;
  const { t } = useTranslationRef(onboardingTranslationRef);
  const links = usePageLinks();
  return (
    <EntityInfoCard title={t('userCard.title')}>
      <div style={{ overflowWrap: 'anywhere' }}>
        {along.length > 0 && (
          <Typography variant="body2" gutterBottom>
            {t('userCard.along')}
          </Typography>
        )}
        {along.map(({ journeyId, trackTitle, progress }) => (
          <div key={journeyId}>
            <Typography variant="body1">
              <bdi>{trackTitle}</bdi>
            </Typography>
            <Progress progress={progress} isShort />
            <Link to={links.journey(journeyId)}>
              {t('userCard.openTheirs')}
            </Link>
          </div>
        ))}
        {proposals.map(proposal => (
          <BuddyProposal
            key={proposal.journeyId}
            proposal={proposal}
            component="div"
          />
        ))}
      </div>
    </EntityInfoCard>
  );
}
