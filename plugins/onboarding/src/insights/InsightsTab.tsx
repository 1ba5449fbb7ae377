import { TrackInsights } from '@fairlead/backstage-plugin-onboarding-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useInsights } from '../api/queries';
import { TaskFiguresTable } from '../figures';
import { EntityField } from '../person';
import { Loaded } from '../states';
import { onboardingTranslationRef } from '../translation';
import { AboutTimes } from './AboutTimes';
import { Changes } from './Changes';
import { Cohorts } from './Cohorts';
import { Findings } from './Findings';
import { Funnel } from './Funnel';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(3),
    },
  }),
  { name: 'FairleadInsights' },
);

/** How a track goes: the times of cohorts, how far people come, where they get stuck, and what changes of it did. */
export function InsightsTab(props: { trackRef: string }) {
  const { trackRef } = props;
  const { t } = useTranslationRef(onboardingTranslationRef);
  const [search, setSearch] = useSearchParams();
  const team = search.get('team') ?? undefined;
  const query = useInsights(trackRef, { team });
  return (
    <>
      <Box maxWidth={360} mb={2}>
        <EntityField
          kind="group"
          label={t('insights.team')}
          helperText={t('insights.teamHelp')}
          value={team}
          onChange={ref =>
            setSearch(ref ? { team: ref } : {}, { replace: true })
          }
        />
      </Box>
      <Loaded query={query} skeleton={<Skeleton variant="rect" height={320} />}>
        {insights => <Insights insights={insights} />}
      </Loaded>
    </>
  );
}

function Insights(props: { insights: TrackInsights }) {
  const { insights } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(onboardingTranslationRef);
  return (
    <div className={classes.root}>
      <Part
        title={
          <>
            {t('insights.cohorts')} <AboutTimes />
          </>
        }
      >
        <Cohorts cohorts={insights.cohorts} hidden={insights.hidden} />
      </Part>
      {insights.findings.length > 0 && (
        <Part title={t('insights.findings')}>
          <Findings findings={insights.findings} />
        </Part>
      )}
      <Part title={t('insights.funnel')}>
        <Funnel funnel={insights.funnel} />
      </Part>
      <Part title={t('insights.tasks')}>
        <TaskFiguresTable tasks={insights.tasks} />
      </Part>
      <Part title={t('insights.changes')}>
        <Changes changes={insights.changes} />
      </Part>
    </div>
  );
}

function Part(props: { title: ReactNode; children: ReactNode }) {
  return (
    <section>
      <Typography variant="h6" component="h3" gutterBottom>
        {props.title}
      </Typography>
      {props.children}
    </section>
  );
}
