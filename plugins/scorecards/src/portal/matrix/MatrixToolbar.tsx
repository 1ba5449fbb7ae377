import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import GetAppIcon from '@material-ui/icons/GetApp';
import { scorecardsTranslationRef } from '../../translation';
import { MatrixFilters } from './filters/matrixFilters';
import { useCsvDownload } from './useCsvDownload';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      marginLeft: 'auto',
      minHeight: 40,
    },
  }),
  { name: 'FairleadMatrixToolbar' },
);

/** How many entities the matrix lists, and the same as a file. */
export function MatrixToolbar(props: {
  scorecardRef: string;
  filters: MatrixFilters;
  /** Set while the rows are sorted otherwise than worst first. */
  sort: string | undefined;
  totalItems: number | undefined;
}) {
  const { scorecardRef, filters, sort, totalItems } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const csv = useCsvDownload(scorecardRef, filters, sort);
  return (
    <div className={classes.root}>
      <Typography variant="body2" role="status">
        {totalItems !== undefined &&
          (sort
            ? t('portal.list.entities', { count: totalItems })
            : t('portal.matrix.rows', { count: totalItems }))}
      </Typography>
      <div>
        {csv.error && (
          <Typography variant="body2" color="error" role="alert">
            {t('portal.matrix.csvFailed', { message: csv.error.message })}
          </Typography>
        )}
        <Button
          size="small"
          startIcon={<GetAppIcon />}
          disabled={csv.isLoading}
          onClick={csv.download}
        >
          {t('portal.matrix.csv')}
        </Button>
      </div>
    </div>
  );
}
