import { CampaignPoint } from '@fairlead/backstage-plugin-scorecards-common';
import { useTheme } from '@material-ui/core/styles';

const PADDING = 3;

/** What passed beside what was promised, over time. It is decoration: the numbers stand beside it. */
export function Course(props: {
  series: readonly CampaignPoint[];
  width: number;
  height: number;
}) {
  const { series, width, height } = props;
  const theme = useTheme();
  if (series.length < 2) {
    return null;
  }
  const start = Date.parse(series[0].at);
  const span = Math.max(1, Date.parse(series[series.length - 1].at) - start);
  const most = Math.max(1, ...series.map(({ total }) => total));
  const line = (valueOf: (point: CampaignPoint) => number) =>
    series
      .map(point => {
        const x =
          ((Date.parse(point.at) - start) / span) * (width - 2 * PADDING);
        const y = (1 - valueOf(point) / most) * (height - 2 * PADDING);
        return `${(PADDING + x).toFixed(1)},${(PADDING + y).toFixed(1)}`;
      })
      .join(' ');
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      style={{ width: '100%', maxWidth: width, height: 'auto' }}
      aria-hidden
      focusable={false}
    >
      <polyline
        points={line(({ promised }) => promised)}
        fill="none"
        stroke={theme.palette.text.secondary}
        strokeWidth={1.5}
        strokeDasharray="4 4"
      />
      <polyline
        points={line(({ pass }) => pass)}
        fill="none"
        stroke={theme.palette.primary.main}
        strokeWidth={2}
        strokeLinejoin="round"
      />
    </svg>
  );
}
