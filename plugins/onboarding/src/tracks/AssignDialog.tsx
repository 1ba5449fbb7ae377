import {
  StartJourney,
  TrackDetail,
} from '@fairlead/backstage-plugin-onboarding-common';
import { FormDialog, useTranslationRef } from '@fairlead/frontend-parts';
import TextField from '@material-ui/core/TextField';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { MutationError, useJourneyMutation } from '../mutations';
import { EntityField } from '../person';
import { onboardingTranslationRef } from '../translation';

/** Asks for whom a journey begins, and when it does. */
export function AssignDialog(props: {
  track: TrackDetail;
  onClose: () => void;
  /** Is told the first day that was asked for. */
  onDone: (startAt: string | undefined) => void;
}) {
  const { track, onClose, onDone } = props;
  const { t } = useTranslationRef(onboardingTranslationRef);
  const [user, setUser] = useState<string>();
  const [day, setDay] = useState('');
  const [wasSent, setWasSent] = useState(false);
  const start = useJourneyMutation((api, journey: StartJourney) =>
    api.startJourney(journey),
  );
  const send = () => {
    setWasSent(true);
    const startAt = DateTime.fromISO(day);
    if (user) {
      start.mutate(
        {
          track: track.trackRef,
          user,
          ...(startAt.isValid && { startAt: startAt.toUTC().toISO()! }),
        },
        { onSuccess: (_, { startAt: asked }) => onDone(asked) },
      );
    }
  };
  return (
    <FormDialog
      titleId="assign-dialog-title"
      title={t('tracks.start.title', { track: track.title })}
      cancel={t('mutations.cancel')}
      send={t('tracks.start.send')}
      maxWidth="xs"
      isDisabled={start.isPending}
      onClose={onClose}
      onSend={send}
    >
      <EntityField
        kind="user"
        label={t('tracks.start.user')}
        helperText={wasSent && !user ? t('tracks.start.userNeeded') : undefined}
        value={user}
        onChange={setUser}
      />
      <TextField
        id="assign-day"
        type="date"
        label={t('tracks.start.day')}
        helperText={t('tracks.start.dayHelp')}
        value={day}
        onChange={event => setDay(event.target.value)}
        fullWidth
        size="small"
        margin="normal"
        variant="outlined"
        InputLabelProps={{ shrink: true }}
      />
      <MutationError error={start.error} />
    </FormDialog>
  );
}
