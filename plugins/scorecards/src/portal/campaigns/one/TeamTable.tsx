import { CampaignDetailsResponse } from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { scorecardsTranslationRef } from '../../../translation';
import { TeamRow } from './TeamRow';

const COLUMNS = [
  'team',
  'standing',
  'entities',
  'checks',
  'course',
  'actions',
] as const;

/** How far each team has come, furthest behind first. Nothing before there are any. */
export function TeamTable(props: {
  campaign: CampaignDetailsResponse;
  onMore: (() => void) | undefined;
}) {
  const { campaign, onMore } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  if (campaign.teams.length === 0) {
    return null;
  }
  return (
    <section>
      <Typography variant="h6" component="h3" id="campaign-teams">
        {t('campaigns.teams.title')}
      </Typography>
      <p style={{ margin: 0 }}>
        {t('campaigns.teams.count', { count: campaign.totalTeams })}
      </p>
      <div
        // Words of the table stay whole: it scrolls by itself instead.
        style={{ overflow: 'auto', overflowWrap: 'break-word' }}
        // A scrollable region must be focusable.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-labelledby="campaign-teams"
      >
        <Table size="small">
          <TableHead>
            <TableRow>
              {COLUMNS.map(column => (
                <TableCell key={column}>
                  {t(`campaigns.teams.${column}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {campaign.teams.map(team => (
              <TeamRow
                key={team.teamRef ?? ''}
                campaign={campaign}
                team={team}
              />
            ))}
          </TableBody>
        </Table>
      </div>
      {onMore && (
        <Button size="small" onClick={onMore}>
          {t('campaigns.teams.more')}
        </Button>
      )}
    </section>
  );
}
