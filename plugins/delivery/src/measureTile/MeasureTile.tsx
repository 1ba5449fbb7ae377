import { Link } from '@backstage/core-components';
import { MeasureView } from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Sparkline } from '../charts';
import {
  DefinitionButton,
  Direction,
  Insufficient,
  MeasureValue,
  useMeasureTitle,
  useValueWords,
} from '../states';
import { deliveryTranslationRef } from '../translation';
import { BandLabel } from './BandLabel';
import { MeasureNotes } from './MeasureNotes';

const useStyles = makeStyles(
  theme => ({
    root: {
      position: 'relative',
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'flex-start',
      gap: theme.spacing(0.25),
      minWidth: 0,
      padding: theme.spacing(1),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
    },
    opens: {
      '&:hover, &:focus-within': {
        backgroundColor: theme.palette.action.hover,
      },
    },
    head: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      width: '100%',
      gap: theme.spacing(1),
      '& button': { position: 'relative', zIndex: 1 },
    },
    link: {
      fontSize: theme.typography.h6.fontSize,
      // The whole tile is a link; the definition's button lies above it.
      '&::after': { content: '""', position: 'absolute', inset: 0 },
    },
  }),
  { name: 'FairleadMeasureTile' },
);

/** One number: what it is, its value, where it goes, n, and the way to the records behind it. */
export function MeasureTile(props: {
  measure: MeasureView;
  /** Where the records behind it are. */
  to: string;
  withSpread?: boolean;
}) {
  const { measure, to, withSpread } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const title = useMeasureTitle()(measure.id);
  const words = useValueWords();
  const { value, unit, excludedCount } = measure;
  const opens = value !== undefined || excludedCount > 0;
  return (
    <li className={opens ? `${classes.root} ${classes.opens}` : classes.root}>
      <div className={classes.head}>
        <Typography variant="body2" component="span">
          {title}
        </Typography>
        <DefinitionButton measure={measure} />
      </div>
      {value === undefined ? (
        <>
          <Insufficient reason={measure.reason} />
          {opens && (
            <Typography variant="caption">
              <Link
                to={to}
                aria-label={t('measureTile.openLeftOut', { measure: title })}
              >
                {t('measureTile.leftOut', { count: excludedCount })}
              </Link>
            </Typography>
          )}
        </>
      ) : (
        <>
          <Link
            to={to}
            className={classes.link}
            aria-label={t('measureTile.open', {
              measure: title,
              value: words({ ...measure, value }),
            })}
          >
            <MeasureValue measure={measure} />
          </Link>
          <Sparkline points={measure.trend} />
          <MeasureNotes measure={measure} withSpread={withSpread} />
          <Direction comparison={measure.comparison} unit={unit} />
          <BandLabel band={measure.band} />
        </>
      )}
    </li>
  );
}
