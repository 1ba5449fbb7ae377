import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { runbooksTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 2),
      minHeight: 40,
    },
  }),
  { name: 'FairleadRunbooksMoreRows' },
);

/** How much of a list is in view, and the button for more of it. */
export function MoreRows(props: {
  shown: number;
  total: number;
  query: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    fetchNextPage: () => unknown;
  };
}) {
  const { shown, total, query } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  return (
    <div className={classes.root}>
      <Typography variant="body2" color="textSecondary" role="status">
        {t('listTable.shown', { shown, total })}
      </Typography>
      {query.isFetchNextPageError && (
        <Typography variant="body2" color="error" role="alert">
          {t('listTable.moreFailed')}
        </Typography>
      )}
      {query.hasNextPage && (
        <Button
          size="small"
          color="primary"
          disabled={query.isFetchingNextPage}
          onClick={() => query.fetchNextPage()}
        >
          {query.isFetchNextPageError
            ? t('states.panel.retry')
            : t('listTable.more')}
        </Button>
      )}
    </div>
  );
}
