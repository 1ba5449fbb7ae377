import { RunbookUse } from '@fairlead/backstage-plugin-runbooks-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Typography from '@material-ui/core/Typography';
import { runbooksTranslationRef } from '../translation';
import { useTextContext } from './text';

/** Steps that a use began with and that the text has no more, since it was edited meanwhile. They can be ticked still. */
export function LostSteps(props: {
  use: RunbookUse;
  stepIds: ReadonlyMap<number, string>;
}) {
  const { use, stepIds } = props;
  const { t } = useTranslationRef(runbooksTranslationRef);
  const { onTick } = useTextContext();
  const known = new Set(stepIds.values());
  const lost = use.steps.filter(({ id }) => !known.has(id));
  return lost.length > 0 ? (
    <section>
      <Typography variant="h6" component="h3">
        {t('uses.panel.other')}
      </Typography>
      {lost.map(({ id, text, done }) => (
        <div key={id}>
          <FormControlLabel
            label={<bdi>{text}</bdi>}
            control={
              <Checkbox
                color="primary"
                checked={done}
                disabled={!onTick || Boolean(use.finishedAt)}
                onChange={event => onTick?.(id, event.target.checked)}
              />
            }
          />
        </div>
      ))}
    </section>
  ) : null;
}
