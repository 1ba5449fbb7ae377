import { IncidentDetail } from '@fairlead/backstage-plugin-runbooks-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useIncident } from '../../../api/queries';
import { CopyButton } from '../../../copy';
import { runbooksTranslationRef } from '../../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: theme.spacing(1, 0),
      padding: theme.spacing(1.5),
      border: `1px solid ${theme.palette.warning.main}`,
      borderRadius: theme.shape.borderRadius,
    },
    title: { fontWeight: 600 },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1),
    },
  }),
  { name: 'FairleadReviewConflict' },
);

/** Somebody else has written the review meanwhile: the way to keep both texts. */
export function ReviewConflict(props: {
  incidentId: string;
  mine: string;
  onLoad: (theirs: IncidentDetail['review']) => void;
}) {
  const { incidentId, mine, onLoad } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const { refetch, isFetching } = useIncident(incidentId);
  const load = async () => {
    const { data } = await refetch();
    if (data) {
      onLoad(data.review);
    }
  };
  return (
    <div role="alert" className={classes.root}>
      <Typography variant="body2" className={classes.title}>
        {t('incidents.review.conflictTitle')}
      </Typography>
      <Typography variant="body2">{t('incidents.review.conflict')}</Typography>
      <div className={classes.actions}>
        <CopyButton
          text={mine}
          label={t('incidents.review.mine')}
          variant="outlined"
        />
        <Button
          size="small"
          variant="outlined"
          disabled={isFetching}
          onClick={load}
        >
          {t('incidents.review.loadTheirs')}
        </Button>
      </div>
    </div>
  );
}
