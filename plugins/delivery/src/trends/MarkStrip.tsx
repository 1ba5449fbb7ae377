import { useTimeFormat, useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { deliveryTranslationRef } from '../translation';
import { PLOT } from './plot';
import { TimeMarks } from './marksOf';
import { useMarkLooks } from './useMarkLooks';

const LANE = 12;

const useStyles = makeStyles(
  theme => ({
    root: {
      position: 'relative',
      height: 3 * LANE,
      margin: `0 ${PLOT.right}px 0 ${PLOT.left}px`,
      borderTop: `1px solid ${theme.palette.divider}`,
    },
    mark: {
      position: 'absolute',
      width: LANE,
      marginLeft: -LANE / 2,
      fontSize: 11,
      lineHeight: `${LANE}px`,
      textAlign: 'center',
      cursor: 'default',
      userSelect: 'none',
    },
  }),
  { name: 'FairleadMarkStrip' },
);

/** What happened along the axis of time, in a strip of its own below the chart: a lane for each kind, a sign for a day. */
export function MarkStrip(props: {
  marks: TimeMarks;
  /** The ends of the axis, milliseconds since the epoch. */
  start: number;
  end: number;
}) {
  const { marks, start, end } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const time = useTimeFormat();
  return (
    <div className={classes.root}>
      {useMarkLooks().flatMap(({ key, words, sign, color }, lane) =>
        marks[key]
          .filter(mark => mark.time >= start && mark.time <= end)
          .map(mark => (
            <span
              key={`${key} ${mark.time}`}
              className={classes.mark}
              style={{
                color,
                top: lane * LANE,
                left: `${(100 * (mark.time - start)) / (end - start)}%`,
              }}
              title={t('trends.mark', {
                day: time.day(new Date(mark.time).toISOString()),
                what: t(`trends.${words}`, { count: mark.count }),
              })}
            >
              {sign}
            </span>
          )),
      )}
    </div>
  );
}
