import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@fairlead/frontend-parts';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useId, useState } from 'react';
import { onboardingTranslationRef } from '../translation';
import { FoundEntity, useFoundEntities } from './useFoundEntities';

interface FieldProps {
  kind: 'user' | 'group';
  label: string;
  helperText?: string;
  onChange: (entityRef: string | undefined) => void;
}

/** A person or a team, looked up in the catalog while one types, since there may be thousands. */
export function EntityField(
  props: FieldProps & {
    /** The ref of who is chosen. */
    value: string | undefined;
  },
) {
  return props.value ? (
    <ChosenField {...props} value={props.value} />
  ) : (
    <Field {...props} chosen={null} />
  );
}

function ChosenField(props: FieldProps & { value: string }) {
  const name = useEntityPresentation(props.value).primaryTitle;
  return <Field {...props} chosen={{ ref: props.value, name }} />;
}

function Field(props: FieldProps & { chosen: FoundEntity | null }) {
  const { kind, label, helperText, chosen, onChange } = props;
  const { t } = useTranslationRef(onboardingTranslationRef);
  const id = useId();
  const [typed, setTyped] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const { found, isLoading, error } = useFoundEntities(kind, typed, isOpen);
  const options = chosen
    ? [chosen, ...found.filter(({ ref }) => ref !== chosen.ref)]
    : found;
  return (
    <Autocomplete
      id={id}
      size="small"
      value={chosen}
      options={options}
      // The catalog has looked already, in more than the name.
      filterOptions={all => all}
      getOptionLabel={entity => entity.name}
      getOptionSelected={(a, b) => a.ref === b.ref}
      loading={isLoading}
      onOpen={() => setIsOpen(true)}
      onClose={() => setIsOpen(false)}
      noOptionsText={error ? t('person.failed') : t('person.nobody')}
      onChange={(_event, entity) => onChange(entity?.ref)}
      onInputChange={(_event, text, reason) =>
        setTyped(reason === 'input' ? text : '')
      }
      renderOption={entity => <bdi>{entity.name}</bdi>}
      renderInput={params => (
        <TextField
          {...params}
          label={label}
          helperText={helperText}
          variant="outlined"
          margin="dense"
          InputLabelProps={{ ...params.InputLabelProps, shrink: true }}
        />
      )}
    />
  );
}
