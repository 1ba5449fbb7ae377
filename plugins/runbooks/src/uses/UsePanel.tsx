import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { RunbookUse } from '@fairlead/backstage-plugin-runbooks-common';
import { useTimeFormat, useTranslationRef } from '@fairlead/frontend-parts';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import { runbooksTranslationRef } from '../translation';
import { OutcomeLabel } from './OutcomeLabel';
import { RunLinks } from './RunLinks';
import { TimelineActions } from './TimelineActions';
import { useUseWords } from './useUseWords';

const useStyles = makeStyles(
  theme => ({
    root: {
      ...theme.typography.body2,
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(1),
      padding: theme.spacing(1.5, 2),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
    },
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.25, 2),
      overflowWrap: 'anywhere',
    },
    what: { fontWeight: 600 },
    actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
    note: { overflowWrap: 'anywhere' },
  }),
  { name: 'FairleadUsePanel' },
);

/** A use of the runbook on the page: what for, how far, and its timeline to take along. */
export function UsePanel(props: { use: RunbookUse }) {
  const { use } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const time = useTimeFormat();
  const words = useUseWords();
  const done = use.steps.filter(step => step.done).length;
  const at = use.finishedAt ?? use.startedAt;
  return (
    <section className={classes.root} aria-label={t('uses.panel.label')}>
      <div className={classes.facts}>
        <span className={classes.what} title={time.absolute(at)}>
          {t(
            use.finishedAt ? 'uses.panel.finishedFor' : 'uses.panel.startedFor',
            { what: words.purpose(use), age: time.age(at) },
          )}
        </span>
        {use.entityRef && <EntityRefLink entityRef={use.entityRef} />}
        {use.byAgent && <span>{t('uses.byAgent')}</span>}
        {use.finishedAt && <OutcomeLabel use={use} />}
        <span role="status">{words.progress(use)}</span>
      </div>
      {use.steps.length > 0 && (
        <LinearProgress
          variant="determinate"
          value={(100 * done) / use.steps.length}
          aria-label={words.progress(use)}
        />
      )}
      {use.note && (
        <div className={classes.note}>
          {t('uses.history.note', { note: use.note })}
        </div>
      )}
      <RunLinks use={use} />
      <div className={classes.actions}>
        <TimelineActions use={use} />
      </div>
    </section>
  );
}
