import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'inline-flex', gap: 3, flexShrink: 0 },
    dot: {
      width: 10,
      height: 10,
      borderRadius: '50%',
      border: `2px solid ${theme.palette.primary.main}`,
    },
    reached: { backgroundColor: theme.palette.primary.main },
  }),
  { name: 'FairleadLevelDots' },
);

/** One dot for each level of the ladder, filled as far as reached. A word beside it says the same. */
export function LevelDots(props: {
  level: string | null;
  levels: readonly string[];
}) {
  const classes = useStyles();
  const rank = props.level === null ? -1 : props.levels.indexOf(props.level);
  return (
    <span className={classes.root} aria-hidden>
      {props.levels.map((level, index) => (
        <span
          key={level}
          className={
            index <= rank ? `${classes.dot} ${classes.reached}` : classes.dot
          }
        />
      ))}
    </span>
  );
}
