import { useTheme } from '@material-ui/core/styles';
import { TrendPoint } from './trendPoints';

const WIDTH = 96;
const HEIGHT = 24;
const PADDING = 2;

/** The course of a score from 0 to 100, by day. It is decoration: the words beside it say where it goes. */
export function Sparkline(props: { points: readonly TrendPoint[] }) {
  const { points } = props;
  const theme = useTheme();
  if (points.length < 2) {
    return null;
  }
  const start = Date.parse(points[0].day);
  const span = Date.parse(points[points.length - 1].day) - start;
  const line = points
    .map(({ day, score }) => {
      const x = ((Date.parse(day) - start) / span) * (WIDTH - 2 * PADDING);
      const y = (1 - score / 100) * (HEIGHT - 2 * PADDING);
      return `${(PADDING + x).toFixed(1)},${(PADDING + y).toFixed(1)}`;
    })
    .join(' ');
  return (
    <svg width={WIDTH} height={HEIGHT} aria-hidden focusable={false}>
      <polyline
        points={line}
        fill="none"
        stroke={theme.palette.primary.main}
        strokeWidth={2}
        strokeLinejoin="round"
      />
    </svg>
  );
}
