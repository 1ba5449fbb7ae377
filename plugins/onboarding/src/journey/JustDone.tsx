import { Journey } from '@fairlead/backstage-plugin-onboarding-common';
import { StateLabel, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import DoneIcon from '@material-ui/icons/CheckCircleOutline';
import { useEffect, useRef, useState } from 'react';
import { onboardingTranslationRef } from '../translation';

/** Says which task was done while the reader looks: by a click, or by itself because a record came. */
export function JustDone(props: { journey: Journey }) {
  const { journey } = props;
  const { t } = useTranslationRef(onboardingTranslationRef);
  const before = useRef<{ journeyId: string; done: ReadonlySet<string> }>();
  const [title, setTitle] = useState<string>();
  useEffect(() => {
    const done = journey.milestones
      .flatMap(({ tasks }) => tasks)
      .filter(({ state }) => state === 'done');
    const known = before.current;
    if (known?.journeyId === journey.id) {
      const latest = done.filter(({ id }) => !known.done.has(id)).at(-1);
      if (latest) {
        setTitle(latest.title);
      }
    } else {
      setTitle(undefined);
    }
    before.current = {
      journeyId: journey.id,
      done: new Set(done.map(({ id }) => id)),
    };
  }, [journey]);
  return (
    // It is there before it says something, so that screen readers hear it.
    <Typography variant="body1" component="div" role="status">
      {title && (
        <StateLabel icon={DoneIcon} tone="good">
          {t('journey.justDone', { title })}
        </StateLabel>
      )}
    </Typography>
  );
}
