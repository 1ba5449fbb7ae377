import { InfoCard } from '@backstage/core-components';
import {
  readRunbookOutline,
  RunbookDetail,
  runbooksUseCreatePermission,
} from '@fairlead/backstage-plugin-runbooks-common';
import { usePermission } from '@backstage/plugin-permission-react';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useMemo } from 'react';
import { Serves } from '../serves';
import { runbooksTranslationRef } from '../translation';
import { UsePanel, UsesTable, useTicks } from '../uses';
import { ActionBar } from './ActionBar';
import { FilledIn } from './FilledIn';
import { FiringNow } from './FiringNow';
import { HealthPanel } from './HealthPanel';
import { LastGoodCopy } from './LastGoodCopy';
import { LostSteps } from './LostSteps';
import { NoText } from './NoText';
import { ReadingTitle } from './ReadingTitle';
import { RunbookText, TextContextProvider } from './text';
import { leadsElsewhere } from './leadsElsewhere';
import { useReading } from './useReading';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
      [theme.breakpoints.up('md')]: {
        gridTemplateColumns: 'minmax(0, 1fr) 300px',
        columnGap: theme.spacing(3),
      },
    },
    column: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
      alignContent: 'start',
    },
    text: {
      padding: theme.spacing(1.5, 3),
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(1, 1.5) },
    },
    wide: { gridColumn: '1 / -1' },
  }),
  { name: 'FairleadRunbookReading' },
);

/** A runbook with its text on the way to be used. */
export function Reading(props: { runbook: RunbookDetail }) {
  const { runbook } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const { filled, firing, occasion, sections, stepIds, use, wanted } =
    useReading(runbook);
  const { allowed: mayUse } = usePermission({
    permission: runbooksUseCreatePermission,
  });
  const ticks = useTicks(use?.id ?? '');
  const isLeading = useMemo(
    () => leadsElsewhere(readRunbookOutline(runbook.text ?? '')),
    [runbook.text],
  );
  const context = {
    baseUrl: runbook.baseUrl,
    use,
    onTick: mayUse
      ? (step: string, done: boolean) => ticks.mutate({ step, done })
      : undefined,
  };
  return (
    <div className={classes.root}>
      <div className={classes.column}>
        <ReadingTitle runbook={runbook} />
        <FiringNow firing={firing} />
        <ActionBar
          runbook={runbook}
          occasion={occasion}
          subject={firing.subject}
          use={use}
          wanted={wanted}
        />
        <LastGoodCopy runbook={runbook} />
        {use && <UsePanel use={use} />}
        <FilledIn filled={filled} />
        {isLeading && (
          <Typography variant="body2" color="textSecondary">
            {t('reading.executesNothing')}
          </Typography>
        )}
        <Paper component="article" className={classes.text}>
          <TextContextProvider value={context}>
            {runbook.text ? (
              <RunbookText sections={sections} wanted={wanted} />
            ) : (
              <NoText runbook={runbook} />
            )}
            {use && <LostSteps use={use} stepIds={stepIds} />}
          </TextContextProvider>
        </Paper>
      </div>
      <aside className={classes.column}>
        <HealthPanel runbook={runbook} />
        <InfoCard>
          <Serves runbook={runbook} />
        </InfoCard>
      </aside>
      <section className={classes.wide}>
        <Typography variant="h5" component="h3" gutterBottom>
          {t('uses.history.title')}
        </Typography>
        <UsesTable query={{ runbook: runbook.id }} />
      </section>
    </div>
  );
}
