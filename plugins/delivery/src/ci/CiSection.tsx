import { InfoCard } from '@backstage/core-components';
import {
  JobSummary,
  MeasureId,
  MeasureView,
} from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { MeasureTile, TileGrid } from '../measureTile';
import { deliveryTranslationRef } from '../translation';
import { FeedbackGoal } from './FeedbackGoal';
import { SlowestJob } from './SlowestJob';
import { WorstJobs } from './WorstJobs';

/** What continuous integration costs: feedback against the goal, what it is made of, and the worst jobs. */
export function CiSection(props: {
  measures: readonly MeasureView[];
  /** Left out where they are not told. */
  jobs?: readonly JobSummary[];
  /** Left out where it is not known. */
  slowest?: JobSummary;
  linkTo: (measure: MeasureId) => string;
}) {
  const { jobs, slowest, linkTo } = props;
  const { t } = useTranslationRef(deliveryTranslationRef);
  const measures = props.measures.filter(({ id }) => id.startsWith('ci.'));
  const feedback = measures.find(({ id }) => id === 'ci.feedback');
  return (
    <InfoCard title={t('ci.title')}>
      {feedback && <FeedbackGoal feedback={feedback} />}
      {slowest && <SlowestJob job={slowest} />}
      <Box mt={2} mb={2}>
        <TileGrid label={t('ci.numbers')}>
          {measures.map(measure => (
            <MeasureTile
              key={measure.id}
              measure={measure}
              to={linkTo(measure.id)}
              withSpread
            />
          ))}
        </TileGrid>
      </Box>
      {jobs && (
        <>
          <Typography variant="subtitle1" component="h3" gutterBottom>
            {t('ci.jobs')}
          </Typography>
          <WorstJobs jobs={jobs} />
        </>
      )}
    </InfoCard>
  );
}
