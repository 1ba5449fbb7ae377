import { useNumberFormat, useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { deliveryTranslationRef } from '../translation';

const WIDTH = 96;
const HEIGHT = 20;
const GAP = 1;

const useStyles = makeStyles(
  { root: { verticalAlign: 'bottom' } },
  {
    name: 'FairleadHourlyRate',
  },
);

/** How many deliveries came in each of the last hours, as a bar each. An hour without any has none. */
export function HourlyRate(props: { eventsByHour: readonly number[] }) {
  const { eventsByHour } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const formatNumber = useNumberFormat();
  const most = Math.max(...eventsByHour, 1);
  const width = WIDTH / eventsByHour.length;
  const total = eventsByHour.reduce((sum, events) => sum + events, 0);
  const words = t('health.figures.byHour', {
    total: formatNumber(total),
    most: formatNumber(Math.max(...eventsByHour, 0)),
    empty: String(eventsByHour.filter(events => events === 0).length),
  });
  return (
    <svg
      className={classes.root}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={words}
      focusable={false}
    >
      <title>{words}</title>
      <rect
        y={HEIGHT - 1}
        width={WIDTH}
        height={1}
        fill={theme.palette.divider}
      />
      {eventsByHour.map((events, hour) => {
        const height = events === 0 ? 0 : Math.max(2, (events / most) * HEIGHT);
        return (
          <rect
            key={hour}
            x={hour * width}
            y={HEIGHT - height}
            width={width - GAP}
            height={height}
            fill={theme.palette.primary.main}
          />
        );
      })}
    </svg>
  );
}
