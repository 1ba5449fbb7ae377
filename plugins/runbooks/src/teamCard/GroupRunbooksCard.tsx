import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { TeamRunbooks } from '@fairlead/backstage-plugin-runbooks-common';
import { encodeQuery, useTranslationRef } from '@fairlead/frontend-parts';
import { useTeamRunbooks } from '../api/queries';
import { usePageLinks } from '../links';
import { Loaded } from '../states';
import { runbooksTranslationRef } from '../translation';
import { NothingKnown } from './NothingKnown';
import { TeamBody } from './TeamBody';
import { TeamSkeleton } from './TeamSkeleton';

/**
 * What would fail a team and the teams below it tonight.
 *
 * @public
 */
export const GroupRunbooksCard = () => {
  const { entity } = useEntity();
  const teamRef = stringifyEntityRef(entity);
  const query = useTeamRunbooks(teamRef);
  const links = usePageLinks();
  const { t } = useTranslationRef(runbooksTranslationRef);
  return (
    <EntityInfoCard
      title={t('teamCard.title')}
      headerActions={
        <Link to={`${links.runbooks()}${encodeQuery({ owner: teamRef })}`}>
          {t('teamCard.viewAll')}
        </Link>
      }
    >
      <Loaded query={query} skeleton={<TeamSkeleton />}>
        {team =>
          isNothingKnown(team) ? <NothingKnown /> : <TeamBody team={team} />
        }
      </Loaded>
    </EntityInfoCard>
  );
};

function isNothingKnown(team: TeamRunbooks): boolean {
  const { coverage, runbookCount, followUps, firing } = team;
  return (
    runbookCount +
      followUps.open +
      firing.length +
      coverage.fired +
      coverage.silent.fired ===
    0
  );
}
