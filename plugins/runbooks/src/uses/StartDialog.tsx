import {
  RunbookDetail,
  StartUse,
} from '@fairlead/backstage-plugin-runbooks-common';
import { FormDialog, useTranslationRef } from '@fairlead/frontend-parts';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { useIncidents } from '../api/queries';
import { runbooksTranslationRef } from '../translation';
import { useStartUse } from './useStartUse';

const DRILL = '';

/** Asks what a runbook is started for: one of the incidents that are open on what it serves, or a drill. */
export function StartDialog(props: {
  runbook: RunbookDetail;
  /** For which entity. */
  entity: string | undefined;
  onClose: () => void;
}) {
  const { runbook, onClose } = props;
  const entity = props.entity ?? runbook.serves[0];
  const { t } = useTranslationRef(runbooksTranslationRef);
  const incidents = useIncidents({ entity, open: true, limit: 10 });
  const start = useStartUse();
  const open = entity
    ? incidents.data?.pages.flatMap(({ items }) => items) ?? []
    : [];
  const [choice, setChoice] = useState<string>();
  const chosen = choice ?? open[0]?.id ?? DRILL;

  const submit = () => {
    const purpose: StartUse['for'] =
      chosen === DRILL ? { drill: true } : { incident: chosen };
    start.mutate(
      { runbook: runbook.id, for: purpose, entity },
      { onSuccess: onClose },
    );
  };

  return (
    <FormDialog
      titleId="start-dialog-title"
      title={t('uses.begin.title')}
      cancel={t('uses.begin.cancel')}
      send={t('uses.begin.start')}
      maxWidth="xs"
      isDisabled={start.isPending}
      onClose={onClose}
      onSend={submit}
    >
      <RadioGroup
        aria-labelledby="start-dialog-title"
        value={chosen}
        onChange={(_, value) => setChoice(value)}
      >
        {open.map(({ id, title }) => (
          <FormControlLabel
            key={id}
            value={id}
            control={<Radio color="primary" />}
            label={t('uses.begin.incident', { title })}
          />
        ))}
        <FormControlLabel
          value={DRILL}
          control={<Radio color="primary" />}
          label={t('uses.begin.drill')}
        />
      </RadioGroup>
      {open.length === 0 && (
        <Typography variant="body2" color="textSecondary" role="status">
          {incidents.isPending && entity
            ? t('uses.begin.loading')
            : t('uses.begin.noIncident')}
        </Typography>
      )}
    </FormDialog>
  );
}
