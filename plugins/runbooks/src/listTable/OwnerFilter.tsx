import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import {
  catalogApiRef,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@fairlead/frontend-parts';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useId, useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import useDebounce from 'react-use/esm/useDebounce';
import { runbooksTranslationRef } from '../translation';

const TYPING_PAUSE_MS = 300;
const TEAMS_OFFERED = 20;

/** A team, looked up in the catalog while one types, since there may be thousands. */
export function OwnerFilter(props: {
  value: string | undefined;
  onChange: (owner: string | undefined) => void;
}) {
  return props.value ? (
    <ChosenOwner owner={props.value} onChange={props.onChange} />
  ) : (
    <OwnerField owner={null} onChange={props.onChange} />
  );
}

interface Team {
  ref: string;
  name: string;
}

function ChosenOwner(props: {
  owner: string;
  onChange: (owner: string | undefined) => void;
}) {
  const { owner, onChange } = props;
  const name = useEntityPresentation(owner).primaryTitle;
  return <OwnerField owner={{ ref: owner, name }} onChange={onChange} />;
}

function OwnerField(props: {
  owner: Team | null;
  onChange: (owner: string | undefined) => void;
}) {
  const { owner, onChange } = props;
  const { t } = useTranslationRef(runbooksTranslationRef);
  const id = useId();
  const [typed, setTyped] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const { teams, isLoading, error } = useTeams(typed, isOpen);
  const options = owner
    ? [owner, ...teams.filter(({ ref }) => ref !== owner.ref)]
    : teams;
  return (
    <Autocomplete
      id={id}
      size="small"
      value={owner}
      options={options}
      // The catalog has looked already, in more than the name.
      filterOptions={all => all}
      getOptionLabel={team => team.name}
      getOptionSelected={(a, b) => a.ref === b.ref}
      loading={isLoading}
      onOpen={() => setIsOpen(true)}
      onClose={() => setIsOpen(false)}
      noOptionsText={
        error ? t('listTable.ownerFailed') : t('listTable.noOwner')
      }
      onChange={(_event, team) => onChange(team?.ref)}
      onInputChange={(_event, text, reason) =>
        setTyped(reason === 'input' ? text : '')
      }
      renderOption={team => <bdi>{team.name}</bdi>}
      renderInput={params => (
        <TextField
          {...params}
          label={t('listTable.owner')}
          placeholder={t('listTable.any')}
          variant="outlined"
          InputLabelProps={{ ...params.InputLabelProps, shrink: true }}
        />
      )}
    />
  );
}

function useTeams(typed: string, isWanted: boolean) {
  const catalogApi = useApi(catalogApiRef);
  const [term, setTerm] = useState(typed);
  useDebounce(() => setTerm(typed.trim()), TYPING_PAUSE_MS, [typed]);
  const { value, loading, error } = useAsync(async () => {
    if (!isWanted) {
      return [];
    }
    const { items } = await catalogApi.queryEntities({
      filter: { kind: 'group' },
      fields: [
        'kind',
        'metadata.namespace',
        'metadata.name',
        'metadata.title',
        'spec.profile.displayName',
      ],
      orderFields: [{ field: 'metadata.name', order: 'asc' }],
      limit: TEAMS_OFFERED,
      ...(term && {
        fullTextFilter: {
          term,
          fields: [
            'metadata.name',
            'metadata.title',
            'spec.profile.displayName',
          ],
        },
      }),
    });
    return items.map(toTeam);
  }, [catalogApi, isWanted, term]);
  return { teams: value ?? [], isLoading: loading, error };
}

function toTeam(entity: Entity): Team {
  const profile = entity.spec?.profile as { displayName?: string } | undefined;
  return {
    ref: stringifyEntityRef(entity),
    name: profile?.displayName ?? entity.metadata.title ?? entity.metadata.name,
  };
}
