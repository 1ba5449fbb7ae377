import { makeStyles } from '@material-ui/core/styles';

/** One part of a whole, named in words. */
export interface Segment {
  key: string;
  label: string;
  /** From 0 to 1. */
  share: number;
  /** The share in words. */
  text: string;
  /** A CSS colour. It repeats what the label says and never stands alone. */
  color: string;
}

const useStyles = makeStyles(
  {
    bar: {
      display: 'flex',
      gap: 2,
      height: 12,
      borderRadius: 6,
      overflow: 'hidden',
    },
    segment: { minWidth: 2, flexBasis: 0, forcedColorAdjust: 'none' },
  },
  { name: 'FairleadDeliverySegmentBar' },
);

/** A horizontal bar of parts. It is decoration: the words and numbers stand beside it. */
export function SegmentBar(props: { segments: readonly Segment[] }) {
  const classes = useStyles();
  return (
    <div aria-hidden="true" className={classes.bar}>
      {props.segments
        .filter(({ share }) => share > 0)
        .map(({ key, label, text, share, color }) => (
          <span
            key={key}
            className={classes.segment}
            title={`${label}: ${text}`}
            style={{ flexGrow: share, backgroundColor: color }}
          />
        ))}
    </div>
  );
}
