import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { deliveryTranslationRef } from '../translation';
import { useMarkLooks } from './useMarkLooks';

const WORDS = {
  deployments: 'deployment',
  failed: 'failed',
  incidents: 'incident',
} as const;

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 2),
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
  }),
  { name: 'FairleadMarkLegend' },
);

/** What the signs below the axis of time mean. */
export function MarkLegend() {
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  return (
    <ul className={classes.root}>
      {useMarkLooks().map(({ key, sign, color }) => (
        <Typography key={key} component="li" variant="caption">
          <span aria-hidden style={{ color }}>
            {sign}
          </span>{' '}
          {t(`trends.legend.${WORDS[key]}`)}
        </Typography>
      ))}
    </ul>
  );
}
