import { LinkButton } from '@backstage/core-components';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  FiringAlert,
  RunbookDetail,
  RunbookUse,
  runbooksUseCreatePermission,
} from '@fairlead/backstage-plugin-runbooks-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useLocation } from 'react-router-dom';
import { useUses } from '../api/queries';
import { Occasion, usePageLinks } from '../links';
import { runbooksTranslationRef } from '../translation';
import { FinishDialog, StartButton, StartDialog } from '../uses';
import { TextSection } from './text';

const useStyles = makeStyles(
  theme => ({
    root: {
      position: 'sticky',
      top: 0,
      zIndex: 2,
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(1),
      // Large enough for a thumb.
      '& .MuiButton-root': { minHeight: 44 },
    },
    jump: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      margin: 0,
    },
  }),
  { name: 'FairleadReadingActions' },
);

/** The next step, and the sections that are wanted at night; it stays in view. */
export function ActionBar(props: {
  runbook: RunbookDetail;
  occasion: Occasion;
  subject: FiringAlert | undefined;
  use: RunbookUse | undefined;
  wanted: readonly TextSection[];
}) {
  const { wanted } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const { pathname, search } = useLocation();
  return (
    <Paper className={classes.root}>
      <NextStep {...props} />
      {wanted.length > 0 && (
        <nav aria-label={t('reading.jumpTo')} className={classes.jump}>
          {wanted.map(({ anchors, title = '' }) => (
            <LinkButton
              key={anchors[0]}
              to={`${pathname}${search}#${encodeURIComponent(anchors[0])}`}
              variant="outlined"
            >
              <bdi>{title}</bdi>
            </LinkButton>
          ))}
        </nav>
      )}
    </Paper>
  );
}

/** Finish what is on the page, go on with what is under way, or start. */
function NextStep(props: {
  runbook: RunbookDetail;
  occasion: Occasion;
  subject: FiringAlert | undefined;
  use: RunbookUse | undefined;
}) {
  const { occasion, runbook, subject, use } = props;
  const { t } = useTranslationRef(runbooksTranslationRef);
  const links = usePageLinks();
  const [dialog, setDialog] = useState<'start' | 'finish'>();
  const { allowed: mayUse } = usePermission({
    permission: runbooksUseCreatePermission,
  });
  const active = useUses({ runbook: runbook.id, active: true, limit: 20 });
  const entity = occasion.entity ?? subject?.entityRef;
  const underWay = active.data?.pages
    .flatMap(({ items }) => items)
    .find(one => !entity || one.entityRef === entity);
  const close = () => setDialog(undefined);

  if (use && !use.finishedAt) {
    return mayUse ? (
      <>
        <Button
          variant="contained"
          color="primary"
          size="large"
          onClick={() => setDialog('finish')}
        >
          {t('uses.finishNow')}
        </Button>
        {dialog === 'finish' && <FinishDialog use={use} onClose={close} />}
      </>
    ) : null;
  }
  if (underWay) {
    return (
      <LinkButton
        to={links.runbook(runbook.id, {
          alert: underWay.alert,
          entity: underWay.entityRef,
          use: underWay.id,
        })}
        variant="contained"
        color="primary"
        size="large"
      >
        {t('uses.continue')}
      </LinkButton>
    );
  }
  if (subject) {
    return (
      <StartButton
        start={{
          runbook: runbook.id,
          for: { alert: subject.alert },
          entity: subject.entityRef,
          labels: subject.labels,
        }}
        useId={subject.useId}
        label={subject.alert}
        size="large"
        variant="contained"
      />
    );
  }
  return mayUse ? (
    <>
      <Button
        variant="contained"
        color="primary"
        size="large"
        onClick={() => setDialog('start')}
      >
        {t('uses.start')}
      </Button>
      {dialog === 'start' && (
        <StartDialog runbook={runbook} entity={entity} onClose={close} />
      )}
    </>
  ) : null;
}
