import { TrendPoint } from '@fairlead/backstage-plugin-delivery-common';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { sparklinePath } from './sparklinePath';

const WIDTH = 96;
const HEIGHT = 24;

/** Fewer points than this are no course. */
const FEWEST_POINTS = 4;

const useStyles = makeStyles(
  { root: { display: 'block', maxWidth: '100%' } },
  { name: 'FairleadSparkline' },
);

/**
 * The course of a measure, without axes; nothing where there is too little to draw one of. It is decoration: the words
 * beside it say where it goes.
 */
export function Sparkline(props: { points: readonly TrendPoint[] }) {
  const classes = useStyles();
  const theme = useTheme();
  const points = props.points.map(point =>
    point.few ? { ...point, value: undefined } : point,
  );
  const known = points.filter(({ value }) => value !== undefined);
  if (known.length < FEWEST_POINTS) {
    return null;
  }
  const paths = sparklinePath(points, { width: WIDTH, height: HEIGHT });
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      className={classes.root}
      aria-hidden
      focusable={false}
    >
      <path
        d={paths}
        fill="none"
        stroke={theme.palette.primary.main}
        strokeWidth={2}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
