import {
  INCIDENT_STAGES,
  IncidentSummary,
  StageClock,
} from '@fairlead/backstage-plugin-runbooks-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { alpha, makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { useDurationFormat } from '../states';
import { runbooksTranslationRef } from '../translation';

const TOOTH = 6;

const useStyles = makeStyles(
  theme => ({
    strip: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(88px, 1fr))',
      gap: 2,
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
    roomy: { gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))' },
    stage: {
      ...theme.typography.caption,
      padding: theme.spacing(0.5, 1),
      minWidth: 0,
      borderTop: `3px solid ${theme.palette.text.secondary}`,
    },
    known: {
      backgroundColor: alpha(theme.palette.text.primary, 0.06),
    },
    open: {
      borderTopColor: theme.palette.status.warning,
      backgroundColor: alpha(theme.palette.status.warning, 0.14),
      // A ragged end: it is not over.
      clipPath: ragged(),
      paddingRight: theme.spacing(1) + TOOTH,
    },
    unknown: {
      borderTopStyle: 'dashed',
      backgroundImage: `repeating-linear-gradient(135deg, ${alpha(
        theme.palette.text.primary,
        0.08,
      )} 0 4px, transparent 4px 10px)`,
    },
    name: { color: theme.palette.text.primary, display: 'block' },
    clock: {
      ...theme.typography.body2,
      fontWeight: 600,
      fontVariantNumeric: 'tabular-nums',
    },
    quiet: { fontWeight: 400 },
  }),
  { name: 'FairleadStageStrip' },
);

/** The stages of an incident as a strip: how long each took, runs already, or that nobody knows. */
export function StageStrip(props: {
  incident: Pick<IncidentSummary, 'title' | 'stages' | 'learning'>;
  /** What stands below the clock of a stage, where there is room for more than the clock. */
  detailOf?: (clock: StageClock) => ReactNode;
}) {
  const { detailOf } = props;
  const { title, stages, learning } = props.incident;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const duration = useDurationFormat();

  function say(clock: StageClock): string {
    if (clock.state === 'known' && clock.duration !== undefined) {
      return duration(clock.duration);
    }
    if (clock.state === 'open') {
      return clock.duration === undefined
        ? t('stages.openNow')
        : t('stages.open', { duration: duration(clock.duration) });
    }
    return clock.stage === 'learning' && learning.state === 'not-asked'
      ? t('stages.notAsked')
      : t('stages.unknown');
  }

  return (
    <ol
      className={`${classes.strip} ${detailOf ? classes.roomy : ''}`}
      aria-label={t('stages.label', { title })}
    >
      {INCIDENT_STAGES.map(stage => {
        const clock: StageClock = stages.find(one => one.stage === stage) ?? {
          stage,
          state: 'unknown',
        };
        return (
          <li
            key={stage}
            className={`${classes.stage} ${classes[clock.state]}`}
            title={clock.reason}
          >
            <span className={classes.name}>{t(`stages.stage.${stage}`)}</span>{' '}
            <span
              className={`${classes.clock} ${
                clock.state === 'unknown' ? classes.quiet : ''
              }`}
            >
              {say(clock)}
            </span>
            {detailOf?.(clock)}
          </li>
        );
      })}
    </ol>
  );
}

/** The outline of a box whose right edge is torn. */
function ragged(): string {
  const teeth = Array.from(
    { length: 9 },
    (_, i) => `calc(100% - ${i % 2 ? TOOTH : 0}px) ${(i * 100) / 8}%`,
  );
  return `polygon(0 0, ${teeth.join(', ')}, 0 100%)`;
}
