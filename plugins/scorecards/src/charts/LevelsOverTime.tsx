import { DailyTotals } from '@fairlead/backstage-plugin-scorecards-common';
import { useNumberFormat, useTimeFormat } from '@fairlead/frontend-parts';
import { useTheme } from '@material-ui/core/styles';
import {
  Area,
  AreaChart,
  CartesianGrid,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { byDay } from './byDay';
import { useLevelSegments } from './useLevelSegments';

const HEIGHT = 320;

/**
 * How many entities stood at each level, stacked, day by day. A day without totals is a gap, not a zero.
 * A file of its own, to be loaded only where it is looked at: the chart library is large.
 */
export default function LevelsOverTime(props: {
  levels: readonly string[];
  days: readonly DailyTotals[];
  from: string;
  to: string;
  /** Where the definition changed. */
  marks: readonly { at: string; label: string }[];
}) {
  const { levels, days, from, to, marks } = props;
  const theme = useTheme();
  const levelSegments = useLevelSegments();
  const format = useTimeFormat();
  const formatNumber = useNumberFormat();
  // The best level is at the bottom of the stack, where its growth is easiest to read.
  const areas = levelSegments(levels, {});
  const formatDay = (time: number) => format.day(new Date(time).toISOString());
  const { fontFamily } = theme.typography;
  const axis = {
    stroke: theme.palette.text.secondary,
    tick: { fill: theme.palette.text.secondary, fontSize: 12, fontFamily },
    tickLine: false,
  };
  return (
    <ResponsiveContainer width="100%" height={HEIGHT}>
      <AreaChart
        data={byDay({ days, from, to })}
        margin={{ top: 24, right: 16, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid stroke={theme.palette.divider} vertical={false} />
        <XAxis
          {...axis}
          dataKey="time"
          type="number"
          scale="time"
          domain={['dataMin', 'dataMax']}
          tickFormatter={formatDay}
          minTickGap={40}
        />
        <YAxis
          {...axis}
          allowDecimals={false}
          tickFormatter={formatNumber}
          width={48}
        />
        <Tooltip
          labelFormatter={formatDay}
          formatter={(value, name) => [formatNumber(Number(value)), name]}
          contentStyle={{
            backgroundColor: theme.palette.background.paper,
            borderColor: theme.palette.divider,
            color: theme.palette.text.primary,
            fontFamily,
          }}
          itemStyle={{ color: theme.palette.text.primary }}
        />
        {areas.map(area => (
          <Area
            key={area.key}
            type="linear"
            dataKey={point => point.levels?.[area.key]}
            name={area.label}
            stackId="levels"
            stroke={theme.palette.background.paper}
            strokeWidth={1}
            fill={area.color}
            fillOpacity={1}
            isAnimationActive={false}
          />
        ))}
        {marks.map(mark => (
          <ReferenceLine
            key={mark.at}
            x={Date.parse(mark.at.slice(0, 10))}
            stroke={theme.palette.text.primary}
            strokeDasharray="4 3"
            label={{
              value: mark.label,
              position: 'top',
              fill: theme.palette.text.primary,
              fontSize: 12,
              fontFamily,
            }}
          />
        ))}
      </AreaChart>
    </ResponsiveContainer>
  );
}
