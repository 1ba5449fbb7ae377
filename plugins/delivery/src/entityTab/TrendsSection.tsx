import { InfoCard } from '@backstage/core-components';
import {
  EntityMeasuresResponse,
  HEADLINE_MEASURES,
  MeasureId,
} from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { MeasureTile, TileGrid } from '../measureTile';
import { deliveryTranslationRef } from '../translation';
import { MarkLegend, TimeMarks, TrendPanel } from '../trends';

const MORE: readonly MeasureId[] = [
  'reworkRate',
  'deployFailureRate',
  'automaticDeployments',
];

const useStyles = makeStyles(
  theme => ({
    grid: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(26rem, 100%), 1fr))',
      gap: theme.spacing(4, 3),
      marginBottom: theme.spacing(1),
    },
  }),
  { name: 'FairleadTrendsSection' },
);

/** The measures of delivery: four over time, the others as tiles. */
export function TrendsSection(props: {
  response: EntityMeasuresResponse;
  marks: TimeMarks;
  linkTo: (measure: MeasureId) => string;
}) {
  const { response, marks, linkTo } = props;
  const { measures, window } = response;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const chosen = (ids: readonly MeasureId[]) =>
    ids.flatMap(id => measures.find(measure => measure.id === id) ?? []);
  return (
    <InfoCard title={t('entityTab.trends')}>
      <div className={classes.grid}>
        {chosen(HEADLINE_MEASURES).map(measure => (
          <TrendPanel
            key={measure.id}
            measure={measure}
            marks={marks}
            window={window}
            to={linkTo(measure.id)}
          />
        ))}
      </div>
      <MarkLegend />
      <Box mt={3}>
        <Typography variant="subtitle1" component="h3" gutterBottom>
          {t('entityTab.more')}
        </Typography>
        <TileGrid label={t('entityTab.more')}>
          {chosen(MORE).map(measure => (
            <MeasureTile
              key={measure.id}
              measure={measure}
              to={linkTo(measure.id)}
            />
          ))}
        </TileGrid>
      </Box>
    </InfoCard>
  );
}
