import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Segment } from './Segment';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.25, 2),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  item: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    whiteSpace: 'nowrap',
  },
  swatch: {
    width: 10,
    height: 10,
    borderRadius: 2,
    flexShrink: 0,
    forcedColorAdjust: 'none',
  },
  count: { fontWeight: 600, fontVariantNumeric: 'tabular-nums' },
}));

/** The words and numbers of a bar of parts. */
export const SegmentLegend = (props: {
  /** What the parts make up, for those who cannot see the bar. */
  label: string;
  segments: readonly Segment[];
  formatCount: (count: number) => string;
}) => {
  const classes = useStyles();
  return (
    <ul className={classes.list} aria-label={props.label}>
      {props.segments.map(segment => (
        <Typography
          key={segment.key}
          component="li"
          variant="body2"
          className={classes.item}
        >
          <span
            aria-hidden="true"
            className={classes.swatch}
            style={{ backgroundColor: segment.color }}
          />
          {segment.label}{' '}
          <span className={classes.count}>
            {props.formatCount(segment.count)}
          </span>
        </Typography>
      ))}
    </ul>
  );
};
