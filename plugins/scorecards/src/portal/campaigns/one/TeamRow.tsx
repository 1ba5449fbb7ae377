import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/core-components';
import {
  CampaignDetailsResponse,
  CampaignTeam,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { CampaignLink, CampaignStateLabel } from '../../../campaigns';
import { useEntityScorecardsLink } from '../../../links';
import { scorecardsTranslationRef } from '../../../translation';
import { TeamMoves } from '../moves/TeamMoves';
import { EntityName } from '../../../states';
import { Course } from './Course';

/** How far a team has come, what it lost on the way, and what the reader may decide for it. */
export function TeamRow(props: {
  campaign: CampaignDetailsResponse;
  team: CampaignTeam;
}) {
  const { campaign, team } = props;
  const { checks, entities, regressions, series, teamRef } = team;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const linkTo = useEntityScorecardsLink();
  const last = series.at(-1);
  const behind = last ? Math.max(0, last.promised - last.pass) : 0;
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        {teamRef === null ? (
          t('campaigns.teams.others')
        ) : (
          <EntityRefLink entityRef={teamRef} hideIcon />
        )}
      </TableCell>
      <TableCell>
        <CampaignStateLabel state={team.state} />
        {team.activeElsewhere && team.activeElsewhere.length > 0 && (
          <div>
            {t('campaigns.teams.elsewhere', {
              campaigns: (
                <>
                  {team.activeElsewhere.map((other, index) => (
                    <span key={other.id}>
                      {index > 0 && ', '}
                      <CampaignLink campaign={other} />
                    </span>
                  ))}
                </>
              ),
            })}
          </div>
        )}
      </TableCell>
      <TableCell>
        {t('campaigns.teams.of', {
          done: String(entities.done),
          total: String(entities.total),
        })}
      </TableCell>
      <TableCell>
        {t('campaigns.teams.of', {
          done: String(checks.pass),
          total: String(checks.pass + checks.fail + checks.unknown),
        })}
        {checks.unknown > 0 && (
          <div>{t('campaigns.teams.unknown', { count: checks.unknown })}</div>
        )}
        {regressions.length > 0 && (
          <details>
            <summary>
              {t('campaigns.teams.turned', { count: regressions.length })}
            </summary>
            <ul>
              {regressions.map(({ entityRef, checkId }) => (
                <li key={`${entityRef} ${checkId}`}>
                  <Link
                    to={linkTo(entityRef, {
                      scorecardRef: campaign.scorecardRef,
                      checkId,
                    })}
                  >
                    <EntityName entityRef={entityRef} />: <bdi>{checkId}</bdi>
                  </Link>
                </li>
              ))}
            </ul>
          </details>
        )}
      </TableCell>
      <TableCell>
        <Course series={series} width={120} height={28} />
        {last && (
          <div>
            {behind > 0
              ? t('campaigns.teams.behind', { count: behind })
              : t('campaigns.teams.onTrack')}
          </div>
        )}
      </TableCell>
      <TableCell>
        {teamRef !== null && (
          <TeamMoves campaign={campaign} team={{ ...team, teamRef }} />
        )}
      </TableCell>
    </TableRow>
  );
}
