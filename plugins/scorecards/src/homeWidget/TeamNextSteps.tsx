import { Link } from '@backstage/core-components';
import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { ScorecardSummary } from '@fairlead/backstage-plugin-scorecards-common';
import { EmptyPanel, useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { CardSkeleton } from '../entityCard/CardSkeleton';
import { scorecardRouteRef } from '../routes';
import { ErrorPanel } from '../states';
import { scorecardsTranslationRef } from '../translation';
import { NextStepRow } from './NextStepRow';
import { useTeamRows } from './useTeamRows';

const useStyles = makeStyles(
  theme => ({
    sentence: { ...theme.typography.body1, fontWeight: 600, margin: 0 },
    list: { listStyle: 'none', margin: theme.spacing(1, 0, 0), padding: 0 },
  }),
  { name: 'FairleadTeamNextSteps' },
);

/** The entities of some teams that have something to do, worst first. */
export function TeamNextSteps(props: {
  teams: readonly string[];
  scorecard: ScorecardSummary;
  maxRows: number;
}) {
  const { teams, scorecard, maxRows } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const scorecardLink = useRouteRef(scorecardRouteRef);
  const { isPending, error, refetch, rows } = useTeamRows(teams, scorecard);
  if (teams.length === 0) {
    return (
      <EmptyPanel title={t('homeWidget.noTeamTitle')}>
        {t('homeWidget.noTeam')}
      </EmptyPanel>
    );
  }
  if (error) {
    return <ErrorPanel error={error} onRetry={refetch} />;
  }
  if (isPending) {
    return <CardSkeleton />;
  }
  const { namespace, name } = parseEntityRef(scorecard.scorecardRef);
  const title = (
    <Typography variant="body2">
      <Link to={scorecardLink({ namespace, name })}>{scorecard.title}</Link>
    </Typography>
  );
  const waiting = rows.filter(({ failing }) => failing.length > 0);
  if (waiting.length === 0) {
    return (
      <EmptyPanel
        title={
          rows.length === 0
            ? t('homeWidget.nothingOwnedTitle')
            : t('homeWidget.allWellTitle')
        }
      >
        {title}
      </EmptyPanel>
    );
  }
  return (
    <>
      <p className={classes.sentence}>
        {t('homeWidget.waiting', { count: waiting.length })}
      </p>
      {title}
      <ul className={classes.list}>
        {waiting.slice(0, maxRows).map(row => (
          <NextStepRow key={row.entityRef} row={row} scorecard={scorecard} />
        ))}
      </ul>
    </>
  );
}
