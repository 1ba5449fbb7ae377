import { MeasureSpread } from '@fairlead/backstage-plugin-delivery-common';
import { makeStyles } from '@material-ui/core/styles';
import { hasSpread } from './spread';
import { StripScale } from './stripScale';

const useStyles = makeStyles(
  theme => ({
    root: {
      position: 'relative',
      height: 24,
      forcedColorAdjust: 'none',
    },
    tick: {
      position: 'absolute',
      top: 0,
      bottom: 0,
      width: 1,
      backgroundColor: theme.palette.divider,
    },
    line: {
      position: 'absolute',
      top: 11,
      height: 2,
      backgroundColor: theme.palette.text.secondary,
    },
    box: {
      position: 'absolute',
      top: 7,
      height: 10,
      minWidth: 3,
      borderRadius: 2,
      backgroundColor: theme.palette.primary.main,
      opacity: 0.45,
    },
    middle: {
      position: 'absolute',
      top: 4,
      width: 3,
      height: 16,
      marginLeft: -1.5,
      borderRadius: 1,
      backgroundColor: theme.palette.text.primary,
    },
    dot: {
      position: 'absolute',
      top: 7,
      width: 10,
      height: 10,
      marginLeft: -5,
      borderRadius: '50%',
      border: `2px solid ${theme.palette.text.primary}`,
      backgroundColor: theme.palette.background.paper,
    },
  }),
  { name: 'FairleadStrip' },
);

const percent = (position: number) => `${(100 * position).toFixed(2)}%`;

/**
 * The spread of one team on the axis of all: a box from p25 to p75, the median across it, a line on to p90. Where there
 * is a single number or too few for a spread, a ring. It is decoration: the numbers stand beside it.
 */
export function Strip(props: { spread: MeasureSpread; scale: StripScale }) {
  const { spread, scale } = props;
  const classes = useStyles();
  const { p25, p50 = spread.value, p75, p90 } = spread;
  const at = (value: number) => percent(scale.position(value));
  const between = (from: number, to: number) => ({
    left: at(from),
    width: percent(scale.position(to) - scale.position(from)),
  });
  return (
    <div aria-hidden="true" className={classes.root}>
      {scale.ticks.map(tick => (
        <span key={tick} className={classes.tick} style={{ left: at(tick) }} />
      ))}
      {hasSpread(spread) && p75 !== undefined && p90 !== undefined && (
        <span className={classes.line} style={between(p75, p90)} />
      )}
      {hasSpread(spread) && p25 !== undefined && p75 !== undefined && (
        <span className={classes.box} style={between(p25, p75)} />
      )}
      {p50 !== undefined && (
        <span
          className={hasSpread(spread) ? classes.middle : classes.dot}
          style={{ left: at(p50) }}
        />
      )}
    </div>
  );
}
