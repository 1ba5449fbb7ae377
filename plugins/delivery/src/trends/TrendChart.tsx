import { MeasureView } from '@fairlead/backstage-plugin-delivery-common';
import { useTimeFormat, useTranslationRef } from '@fairlead/frontend-parts';
import { useTheme } from '@material-ui/core/styles';
import {
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { deliveryTranslationRef } from '../translation';
import { axisTicks } from './axisTicks';
import { TimeMarks } from './marksOf';
import { MarkStrip } from './MarkStrip';
import { CHART_HEIGHT, PLOT } from './plot';
import { pointsOf } from './pointsOf';
import { usePointWords } from './usePointWords';
import { useTrendFormat } from './useTrendFormat';
import { valueTicks } from './valueTicks';

const WEEK = 7 * 86_400_000;

/**
 * The course of a measure, with deployments and incidents in a strip below it on the same axis of time. A stretch without
 * a value is a gap, not a zero, and a value of a few is a ring and no part of the line. A file of its own, to be loaded
 * only where it is looked at: the chart library is large.
 */
export default function TrendChart(props: {
  measure: MeasureView;
  marks: TimeMarks;
  from: string;
  to: string;
}) {
  const { measure, marks, from, to } = props;
  const { t } = useTranslationRef(deliveryTranslationRef);
  const theme = useTheme();
  const time = useTimeFormat();
  const format = useTrendFormat();
  const words = usePointWords(measure);
  const { fontFamily } = theme.typography;
  const formatDay = (at: number) => time.day(new Date(at).toISOString());
  const axis = {
    stroke: theme.palette.text.secondary,
    tick: { fill: theme.palette.text.secondary, fontSize: 12, fontFamily },
    tickLine: false,
  };
  const points = pointsOf(measure.trend);
  const isWeekly = points.length > 1 && points[1].time - points[0].time >= WEEK;
  const start = Math.min(Date.parse(from), points[0]?.time ?? Infinity);
  const end = Date.parse(to);
  const ticks = valueTicks(
    points.flatMap(({ line, ring }) => line ?? ring ?? []),
    measure.unit,
  );
  return (
    <>
      <ResponsiveContainer width="100%" height={CHART_HEIGHT}>
        <ComposedChart
          data={points}
          margin={{ top: 8, right: PLOT.right, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid stroke={theme.palette.divider} vertical={false} />
          <XAxis
            {...axis}
            dataKey="time"
            type="number"
            scale="time"
            domain={[start, end]}
            ticks={axisTicks(start, end)}
            interval="preserveStartEnd"
            tickFormatter={formatDay}
            minTickGap={16}
          />
          <YAxis
            {...axis}
            domain={[0, ticks[ticks.length - 1]]}
            ticks={ticks}
            interval={0}
            tickFormatter={value => format(Number(value), measure.unit)}
            width={PLOT.left}
          />
          <Tooltip
            labelFormatter={at =>
              isWeekly
                ? t('trends.week', { day: formatDay(at) })
                : formatDay(at)
            }
            separator=" "
            formatter={(_value, _name, { payload }) => [words(payload), '']}
            contentStyle={{
              backgroundColor: theme.palette.background.paper,
              borderColor: theme.palette.divider,
              color: theme.palette.text.primary,
              fontFamily,
            }}
            itemStyle={{ color: theme.palette.text.primary }}
          />
          <Line
            dataKey="line"
            type="linear"
            stroke={theme.palette.primary.main}
            strokeWidth={2}
            dot={{ r: 2 }}
            isAnimationActive={false}
          />
          <Line
            dataKey="ring"
            stroke="none"
            dot={{
              r: 3.5,
              fill: theme.palette.background.paper,
              stroke: theme.palette.text.secondary,
              strokeWidth: 1.5,
            }}
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
      <MarkStrip marks={marks} start={start} end={end} />
    </>
  );
}
