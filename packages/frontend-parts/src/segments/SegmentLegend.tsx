import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Segment } from './Segment';

const useStyles = makeStyles(
  theme => ({
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
    },
    swatch: {
      width: 10,
      height: 10,
      borderRadius: 2,
      flexShrink: 0,
      forcedColorAdjust: 'none',
    },
    text: { fontWeight: 600, fontVariantNumeric: 'tabular-nums' },
  }),
  { name: 'FairleadSegmentLegend' },
);

/** The words and numbers of a bar of parts. @public */
export function SegmentLegend(props: {
  /** What the parts make up, for those who cannot see the bar. */
  label: string;
  segments: readonly Segment[];
}) {
  const classes = useStyles();
  return (
    <ul className={classes.list} aria-label={props.label}>
      {props.segments.map(({ key, label, text, color }) => (
        <Typography
          key={key}
          component="li"
          variant="body2"
          className={classes.item}
        >
          <span
            aria-hidden="true"
            className={classes.swatch}
            style={{ backgroundColor: color }}
          />
          <span>
            <bdi>{label}</bdi> <span className={classes.text}>{text}</span>
          </span>
        </Typography>
      ))}
    </ul>
  );
}
