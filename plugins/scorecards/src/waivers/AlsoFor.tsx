import { useTranslationRef } from '@fairlead/frontend-parts';
import Checkbox from '@material-ui/core/Checkbox';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import FormLabel from '@material-ui/core/FormLabel';
import { makeStyles } from '@material-ui/core/styles';
import { EntityName } from '../states';
import { scorecardsTranslationRef } from '../translation';

const useStyles = makeStyles(
  { list: { maxHeight: 160, overflowY: 'auto', flexWrap: 'nowrap' } },
  { name: 'FairleadAlsoFor' },
);

/** Further entities to ask the same for; each is decided by itself. */
export function AlsoFor(props: {
  siblings: readonly string[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}) {
  const { siblings, chosen, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  if (siblings.length === 0) {
    return null;
  }
  const toggle = (entityRef: string) => {
    const next = new Set(chosen);
    if (!next.delete(entityRef)) {
      next.add(entityRef);
    }
    onChange(next);
  };
  return (
    <FormControl component="fieldset" margin="normal" fullWidth>
      <FormLabel component="legend">{t('waivers.alsoFor')}</FormLabel>
      <FormGroup className={classes.list}>
        {siblings.map(entityRef => (
          <FormControlLabel
            key={entityRef}
            label={<EntityName entityRef={entityRef} />}
            control={
              <Checkbox
                size="small"
                color="primary"
                checked={chosen.has(entityRef)}
                onChange={() => toggle(entityRef)}
              />
            }
          />
        ))}
      </FormGroup>
    </FormControl>
  );
}
