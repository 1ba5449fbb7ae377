import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { LedTrack } from '@fairlead/backstage-plugin-onboarding-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useMayUpdate } from '../mutations';
import { EntityName } from '../person';
import { WaiveDialog } from '../tasks';
import { onboardingTranslationRef } from '../translation';
import { EndDialog } from './EndDialog';
import { NameBuddyDialog } from './NameBuddyDialog';

const ACTIONS = ['name', 'waive', 'end'] as const;

const useStyles = makeStyles(
  theme => ({
    row: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 2),
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      overflowWrap: 'anywhere',
    },
    who: { flex: '1 1 240px', minWidth: 0 },
    actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'FairleadLedJourney' },
);

/** Somebody on a track of the reader: who goes along, and the buttons to name a buddy, leave out a task, and end it. */
export function LedJourney(props: {
  track: LedTrack;
  journey: LedTrack['journeys'][number];
  /** Is told in words what was done. */
  onDone: (words: string) => void;
}) {
  const { track, journey, onDone } = props;
  const { journeyId, userRef, buddyRef } = journey;
  const classes = useStyles();
  const { t } = useTranslationRef(onboardingTranslationRef);
  const mayUpdate = useMayUpdate();
  const user = useEntityPresentation(userRef).primaryTitle;
  const [open, setOpen] = useState<(typeof ACTIONS)[number]>();
  const dialog = {
    journeyId,
    user,
    onClose: () => setOpen(undefined),
    onDone: () => {
      setOpen(undefined);
      if (open) {
        onDone(t(`leading.${open}.done`, { user }));
      }
    },
  };
  return (
    <li className={classes.row}>
      <div className={classes.who}>
        <EntityName entityRef={userRef} />
        <Typography variant="body2" color="textSecondary" component="div">
          {buddyRef
            ? t('leading.buddy', { buddy: <EntityName entityRef={buddyRef} /> })
            : t('leading.noBuddy')}
        </Typography>
      </div>
      {mayUpdate && (
        <div className={classes.actions}>
          {ACTIONS.map(action => (
            <Button
              key={action}
              size="small"
              variant="outlined"
              aria-label={t(`leading.${action}.label`, { user })}
              onClick={() => setOpen(action)}
            >
              {t(`leading.${action}.button`)}
            </Button>
          ))}
        </div>
      )}
      {open === 'name' && <NameBuddyDialog {...dialog} />}
      {open === 'waive' && (
        <WaiveDialog
          {...dialog}
          title={t('leading.waive.title', { user })}
          tasks={track.tasks}
        />
      )}
      {open === 'end' && <EndDialog {...dialog} track={track.title} />}
    </li>
  );
}
