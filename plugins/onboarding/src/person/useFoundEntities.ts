import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import useDebounce from 'react-use/esm/useDebounce';

const TYPING_PAUSE_MS = 300;
const OFFERED = 20;

/** Who is found, with the name that people know. */
export interface FoundEntity {
  ref: string;
  name: string;
}

const NAMES = [
  'metadata.name',
  'metadata.title',
  'spec.profile.displayName',
] as const;

/** Those of a kind that are called as was typed; nobody is looked for until it is wanted. */
export function useFoundEntities(
  kind: string,
  typed: string,
  isWanted: boolean,
) {
  const catalogApi = useApi(catalogApiRef);
  const [term, setTerm] = useState(typed);
  useDebounce(() => setTerm(typed.trim()), TYPING_PAUSE_MS, [typed]);
  const { value, loading, error } = useAsync(async () => {
    if (!isWanted) {
      return [];
    }
    const { items } = await catalogApi.queryEntities({
      filter: { kind },
      fields: ['kind', 'metadata.namespace', ...NAMES],
      orderFields: [{ field: 'metadata.name', order: 'asc' }],
      limit: OFFERED,
      ...(term && { fullTextFilter: { term, fields: [...NAMES] } }),
    });
    return items.map(toFound);
  }, [catalogApi, kind, isWanted, term]);
  return { found: value ?? [], isLoading: loading, error };
}

function toFound(entity: Entity): FoundEntity {
  const profile = entity.spec?.profile as { displayName?: string } | undefined;
  return {
    ref: stringifyEntityRef(entity),
    name: profile?.displayName ?? entity.metadata.title ?? entity.metadata.name,
  };
}
