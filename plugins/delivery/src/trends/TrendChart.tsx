import { MeasureView } from '@fairlead/backstage-plugin-delivery-common';
import { useTimeFormat, useTranslationRef } from '@fairlead/frontend-parts';
import { useTheme } from '@material-ui/core/styles';
import {
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Scatter,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { deliveryTranslationRef } from '../translation';
import { axisTicks } from './axisTicks';
import { TimeMarks } from './marksOf';
import { TREND_HEIGHT } from './trendHeight';
import { useMarkLooks } from './useMarkLooks';
import { useTrendFormat } from './useTrendFormat';
import { valueTicks } from './valueTicks';

/**
 * The course of a measure, with deployments and incidents below it on the same axis of time. A stretch without a value
 * is a gap, not a zero. A file of its own, to be loaded only where it is looked at: the chart library is large.
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
  const looks = useMarkLooks();
  const { fontFamily } = theme.typography;
  const formatDay = (at: number) => time.day(new Date(at).toISOString());
  const axis = {
    stroke: theme.palette.text.secondary,
    tick: { fill: theme.palette.text.secondary, fontSize: 12, fontFamily },
    tickLine: false,
  };
  const points = measure.trend.map(({ day, value }) => ({
    time: Date.parse(day),
    value,
  }));
  const start = Math.min(Date.parse(from), points[0]?.time ?? Infinity);
  const end = Date.parse(to);
  const ticks = valueTicks(
    points.flatMap(({ value }) => value ?? []),
    measure.unit,
  );
  return (
    <ResponsiveContainer width="100%" height={TREND_HEIGHT}>
      <ComposedChart
        data={points}
        margin={{ top: 8, right: 28, bottom: 0, left: 0 }}
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
          yAxisId="value"
          domain={[0, ticks[ticks.length - 1]]}
          ticks={ticks}
          interval={0}
          tickFormatter={value => format(Number(value), measure.unit)}
          width={72}
        />
        <YAxis yAxisId="marks" domain={[0, 1]} hide />
        <Tooltip
          labelFormatter={formatDay}
          separator=" "
          formatter={(value, name, item) => {
            const look = looks.find(({ key }) => key === item.dataKey);
            return look
              ? [t(`trends.${look.words}`, { count: item.payload.count }), '']
              : [format(Number(value), measure.unit), name];
          }}
          contentStyle={{
            backgroundColor: theme.palette.background.paper,
            borderColor: theme.palette.divider,
            color: theme.palette.text.primary,
            fontFamily,
          }}
          itemStyle={{ color: theme.palette.text.primary }}
        />
        <Line
          yAxisId="value"
          dataKey="value"
          name={t('trends.value')}
          type="linear"
          stroke={theme.palette.primary.main}
          strokeWidth={2}
          dot={{ r: 2 }}
          isAnimationActive={false}
        />
        {looks.map(({ key, color, shape, height }) => (
          <Scatter
            key={key}
            yAxisId="marks"
            data={marks[key].map(mark => ({ ...mark, [key]: height }))}
            dataKey={key}
            fill={color}
            shape={shape}
            isAnimationActive={false}
          />
        ))}
      </ComposedChart>
    </ResponsiveContainer>
  );
}
