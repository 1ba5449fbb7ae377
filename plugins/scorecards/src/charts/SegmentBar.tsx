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

/** A horizontal bar of parts. It is decoration: the words and numbers stand beside it. */
export function SegmentBar(props: { segments: readonly Segment[] }) {
  const classes = useStyles();
  return (
    <div aria-hidden="true" className={classes.bar}>
      {props.segments
        .filter(segment => segment.count > 0)
        .map(segment => (
          <span
            key={segment.key}
            className={classes.segment}
            title={`${segment.label}: ${segment.count}`}
            style={{ flexGrow: segment.count, backgroundColor: segment.color }}
          />
        ))}
    </div>
  );
}
