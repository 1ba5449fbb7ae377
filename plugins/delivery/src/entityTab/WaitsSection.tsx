import { InfoCard } from '@backstage/core-components';
import { EntityMeasuresResponse } from '@fairlead/backstage-plugin-delivery-common';
import { RelativeTime, useTranslationRef } from '@fairlead/frontend-parts';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Terms, WaitSentenceText } from '../states';
import { deliveryTranslationRef } from '../translation';
import { WaitBar, WaitSums, WaitTable } from '../waits';

const useStyles = makeStyles(
  theme => ({
    sentence: {
      ...theme.typography.body1,
      fontWeight: 600,
      margin: theme.spacing(0, 0, 1),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'FairleadWaitsSection' },
);

const TERMS = [
  'halfWithin',
  'nineOfTen',
  'counted',
  'waiting',
  'rework',
  'changeDays',
] as const;

/** The sentence, the bar, and the table of waits. */
export function WaitsSection(props: { response: EntityMeasuresResponse }) {
  const {
    sentence,
    waits,
    waitCounts,
    lostPerWeek,
    flowEfficiency,
    computedAt,
    coverage,
  } = props.response;
  const isOfSeveral = coverage.entities > 1;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  return (
    <InfoCard
      title={
        <>
          {t('waits.title')} <Terms terms={TERMS} />
        </>
      }
      action={
        <Box pt={2} pr={1}>
          <Typography variant="caption" color="textSecondary">
            {t('entityTab.computed', {
              age: <RelativeTime time={computedAt} />,
            })}
          </Typography>
        </Box>
      }
    >
      {sentence && (
        <p className={classes.sentence}>
          <WaitSentenceText sentence={sentence} withRepository={isOfSeveral} />
        </p>
      )}
      {waitCounts.reason && (
        <Typography variant="body2" color="textSecondary">
          {t(`waits.reason.${waitCounts.reason}`)}
        </Typography>
      )}
      {waits.length > 0 && (
        <>
          <WaitBar waits={waits} />
          <Box mt={1} mb={2}>
            <WaitSums
              lostPerWeek={lostPerWeek}
              flowEfficiency={flowEfficiency}
              counts={waitCounts}
            />
          </Box>
          <WaitTable waits={waits} withRepository={isOfSeveral} />
        </>
      )}
    </InfoCard>
  );
}
