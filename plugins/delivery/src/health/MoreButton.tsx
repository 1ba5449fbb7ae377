import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { deliveryTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(2),
      marginTop: theme.spacing(1),
    },
  }),
  { name: 'FairleadMoreButton' },
);

/** How much of a list is shown, and the button for more of it. Nothing where all of it is. */
export function MoreButton(props: {
  shown: number;
  total: number;
  isLoading: boolean;
  onMore: () => void;
}) {
  const { shown, total, isLoading, onMore } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  if (shown >= total) {
    return null;
  }
  return (
    <div className={classes.root}>
      <Typography variant="body2" color="textSecondary" aria-live="polite">
        {t('health.listed', { shown, total })}
      </Typography>
      <Button
        size="small"
        color="primary"
        disabled={isLoading}
        onClick={onMore}
      >
        {t('health.more')}
      </Button>
    </div>
  );
}
