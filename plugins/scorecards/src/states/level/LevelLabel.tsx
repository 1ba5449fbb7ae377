import { makeStyles } from '@material-ui/core/styles';
import { LevelDots } from './LevelDots';
import { useLevelWords } from './useLevelWords';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      minWidth: 0,
      maxWidth: '100%',
      whiteSpace: 'nowrap',
    },
    word: { overflow: 'hidden', textOverflow: 'ellipsis' },
    none: { color: theme.palette.text.secondary },
  }),
  { name: 'FairleadLevelLabel' },
);

/** A level as dots and word. */
export function LevelLabel(props: {
  level: string | null;
  levels: readonly string[];
}) {
  const { level, levels } = props;
  const classes = useStyles();
  const words = useLevelWords();
  return (
    <span className={classes.root} title={words.long(level, levels)}>
      <LevelDots level={level} levels={levels} />
      <span
        className={
          level === null ? `${classes.word} ${classes.none}` : classes.word
        }
      >
        {words.short(level)}
      </span>
    </span>
  );
}
