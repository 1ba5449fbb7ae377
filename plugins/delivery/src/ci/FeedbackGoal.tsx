import { MeasureView } from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CheckCircleIcon from '@material-ui/icons/CheckCircleOutline';
import ScheduleIcon from '@material-ui/icons/Schedule';
import { useDurationFormat } from '../states';
import { deliveryTranslationRef } from '../translation';

/** What a developer waits for without starting something else. */
const GOAL = 10 * 60_000;

const useStyles = makeStyles(
  theme => ({
    row: {
      display: 'grid',
      gridTemplateColumns: '10rem minmax(0, 1fr) 10rem',
      alignItems: 'center',
      gap: theme.spacing(1),
      ...theme.typography.body2,
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: '1fr auto',
        '& > :nth-child(2)': { gridColumn: '1 / -1', order: 1 },
      },
    },
    track: {
      position: 'relative',
      height: 12,
      borderRadius: 6,
      backgroundColor: theme.palette.action.hover,
    },
    bar: {
      height: '100%',
      borderRadius: 6,
      backgroundColor: theme.palette.primary.main,
      forcedColorAdjust: 'none',
    },
    goal: {
      position: 'absolute',
      top: -4,
      bottom: -4,
      borderLeft: `2px dashed ${theme.palette.text.primary}`,
    },
    verdict: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
    },
  }),
  { name: 'FairleadFeedbackGoal' },
);

/** How long an answer takes against the goal: the sentence, and two bars with the goal across them. */
export function FeedbackGoal(props: { feedback: MeasureView }) {
  const { p50, p90 } = props.feedback.percentiles ?? {};
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const formatDuration = useDurationFormat();
  if (p50 === undefined) {
    return null;
  }
  const goal = formatDuration(GOAL);
  const scale = 1.15 * Math.max(GOAL, p90 ?? p50);
  const percent = (ms: number) => `${(100 * ms) / scale}%`;
  const rows = [
    { word: t('ci.half'), value: p50 },
    ...(p90 === undefined ? [] : [{ word: t('ci.nineInTen'), value: p90 }]),
  ];
  return (
    <>
      <Typography variant="body1" gutterBottom>
        {p90 === undefined
          ? t('ci.sentenceOpen', { p50: formatDuration(p50), goal })
          : t('ci.sentence', {
              p50: formatDuration(p50),
              p90: formatDuration(p90),
              goal,
            })}
      </Typography>
      {rows.map(({ word, value }) => {
        const isWithin = value <= GOAL;
        const Icon = isWithin ? CheckCircleIcon : ScheduleIcon;
        return (
          <div key={word} className={classes.row}>
            <span>
              {word}: {formatDuration(value)}
            </span>
            <div className={classes.track} aria-hidden>
              <div className={classes.bar} style={{ width: percent(value) }} />
              <div
                className={classes.goal}
                style={{ left: percent(GOAL) }}
                title={t('ci.goal', { goal })}
              />
            </div>
            <span className={classes.verdict}>
              <Icon fontSize="small" aria-hidden />
              {t(isWithin ? 'ci.within' : 'ci.beyond')}
            </span>
          </div>
        );
      })}
    </>
  );
}
