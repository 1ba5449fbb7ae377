import { TeamOverview } from '@fairlead/backstage-plugin-delivery-common';
import { EmptyPanel, useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Terms } from '../../states';
import { deliveryTranslationRef } from '../../translation';
import { PortalChoices } from '../usePortalChoices';
import { comparable } from './spread';
import { TeamFilters } from './TeamFilters';
import { pageOf, teamsByName } from './teamList';
import { TeamPages } from './TeamPages';
import { TeamTable } from './TeamTable';

const useStyles = makeStyles(
  theme => ({ root: { padding: theme.spacing(2), minWidth: 0 } }),
  { name: 'FairleadTeamComparison' },
);

/** How a measure is spread over the work of each team, on one axis, by the teams' names. */
export function TeamComparison(props: {
  teams: readonly TeamOverview[];
  choices: PortalChoices;
  onChoose: (change: Partial<PortalChoices>) => void;
}) {
  const { teams, choices, onChoose } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const listed = teamsByName(teams, choices.team);
  const page = pageOf(listed, choices.page);
  return (
    <Paper
      component="section"
      className={classes.root}
      aria-labelledby="delivery-teams"
    >
      <Typography variant="h6" component="h2" id="delivery-teams" gutterBottom>
        {t('portal.teams.title')}{' '}
        <Terms
          terms={['halfWithin', 'quarters', 'nineOfTen', 'counted', 'waiting']}
        />
      </Typography>
      {teams.length === 0 ? (
        <EmptyPanel title={t('portal.teams.noTeams')}>
          {t('portal.teams.noTeamsText')}
        </EmptyPanel>
      ) : (
        <>
          <TeamFilters
            choices={choices}
            measures={comparable(teams, choices.measure)}
            listed={listed.length}
            onChoose={onChoose}
          />
          {listed.length === 0 ? (
            <EmptyPanel
              title={t('portal.teams.noMatch', { text: choices.team ?? '' })}
              action={
                <Button
                  variant="outlined"
                  size="small"
                  onClick={() => onChoose({ team: undefined })}
                >
                  {t('portal.teams.clear')}
                </Button>
              }
            />
          ) : (
            <>
              <TeamTable
                all={teams}
                teams={page.items}
                measure={choices.measure}
              />
              <TeamPages
                page={page}
                total={listed.length}
                onChoose={number => onChoose({ page: number })}
              />
            </>
          )}
        </>
      )}
    </Paper>
  );
}
