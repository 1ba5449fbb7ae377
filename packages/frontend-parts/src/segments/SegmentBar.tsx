import { makeStyles } from '@material-ui/core/styles';
import { Segment } from './Segment';

const useStyles = makeStyles(
  {
    bar: {
      display: 'flex',
      gap: 2,
      height: 10,
      borderRadius: 5,
      overflow: 'hidden',
    },
    segment: {
      minWidth: 3,
      flexBasis: 0,
      forcedColorAdjust: 'none',
    },
  },
  { name: 'FairleadSegmentBar' },
);

/** A horizontal bar of parts. It is decoration: the words and numbers stand beside it. @public */
export function SegmentBar(props: { segments: readonly Segment[] }) {
  const classes = useStyles();
  return (
    <div aria-hidden="true" className={classes.bar}>
      {props.segments
        .filter(({ size }) => size > 0)
        .map(({ key, label, size, text, color }) => (
          <span
            key={key}
            className={classes.segment}
            title={`${label}: ${text}`}
            style={{ flexGrow: size, backgroundColor: color }}
          />
        ))}
    </div>
  );
}
