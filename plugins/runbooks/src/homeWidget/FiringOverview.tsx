import { FiringAlert } from '@fairlead/backstage-plugin-runbooks-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { FiringList } from '../firing';
import { runbooksTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    sentence: { ...theme.typography.body1, fontWeight: 600, margin: 0 },
  }),
  { name: 'FairleadFiringOverview' },
);

/** What fires, in a sentence and one by one. */
export function FiringOverview(props: {
  firing: readonly FiringAlert[];
  /** How many there are, listed or not. */
  total: number;
  maxRows: number;
}) {
  const { firing, total, maxRows } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const shown = firing.slice(0, maxRows);
  const paging = firing.filter(({ mayPage }) => mayPage).length;
  return (
    <>
      <p className={classes.sentence}>
        {[
          t('homeWidget.sentence', { count: total }),
          ...(paging > 0 ? [t('homeWidget.mayPage', { count: paging })] : []),
        ].join('; ')}
      </p>
      <FiringList firing={shown} showEntity />
      {total > shown.length && (
        <Typography variant="body2" color="textSecondary">
          {t('homeWidget.more', { count: total - shown.length })}
        </Typography>
      )}
    </>
  );
}
