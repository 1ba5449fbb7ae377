import { OverviewResponse } from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { WaitSentenceText } from '../../states';
import { deliveryTranslationRef } from '../../translation';
import { useChangeDays, WaitBar } from '../../waits';
import { OldestItems } from './OldestItems';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(1.5),
      padding: theme.spacing(2),
    },
    sentence: { fontWeight: 600, overflowWrap: 'anywhere' },
  }),
  { name: 'FairleadOrganisationWaits' },
);

/** The largest wait in a sentence, all waits as a bar, what is lost a week, and what waits longest. */
export function OrganisationWaits(props: { overview: OverviewResponse }) {
  const { sentence, waits, lostPerWeek } = props.overview;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const changeDays = useChangeDays();
  return (
    <Paper
      component="section"
      className={classes.root}
      aria-labelledby="delivery-waits"
    >
      <Typography variant="body2" component="h2" id="delivery-waits">
        {t('portal.waits.title')}
      </Typography>
      {sentence ? (
        <Typography variant="h6" component="p" className={classes.sentence}>
          <WaitSentenceText sentence={sentence} withRepository />
        </Typography>
      ) : (
        <Typography variant="body2" color="textSecondary">
          {t('portal.waits.none')}
        </Typography>
      )}
      <div>
        <WaitBar waits={waits} />
      </div>
      {lostPerWeek !== undefined && (
        <Typography variant="body2">
          {t('portal.waits.lost', {
            days: <strong>{changeDays(lostPerWeek)}</strong>,
          })}
        </Typography>
      )}
      <OldestItems waits={waits} />
    </Paper>
  );
}
