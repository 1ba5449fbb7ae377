import { useRouteRef } from '@backstage/core-plugin-api';
import { encodePath, encodeQuery } from '@fairlead/frontend-parts';
import { useMemo } from 'react';
import { AlertOnEntity } from '../api';
import { rootRouteRef } from '../routes';

/** For what a runbook is opened. */
export interface Occasion extends AlertOnEntity {
  /** The use that is under way. */
  use?: string;
}

/**
 * Makes links within the portal page. The two frontend systems encode the parameters of sub routes differently, and keys
 * of incidents hold all kinds of characters, so the paths are made here.
 */
export function usePageLinks() {
  const root = useRouteRef(rootRouteRef)();
  return useMemo(
    () => ({
      runbooks: () => root,
      runbook: (id: string, occasion: Occasion = {}) =>
        `${root}${encodePath(id)}${encodeQuery({ ...occasion })}`,
      /** The permanent address of the runbook for an alert on an entity. */
      runbookFor: (query: AlertOnEntity) =>
        `${root}/for${encodeQuery({ ...query })}`,
      coverage: () => `${root}/coverage`,
      /** The draft of a runbook that is not there yet. */
      writeRunbook: ({ alert, entity }: AlertOnEntity) =>
        `${root}/coverage${encodeQuery({ write: alert, on: entity })}`,
      incidents: () => `${root}/incidents`,
      incident: (id: string) => `${root}/incidents${encodePath(id)}`,
    }),
    [root],
  );
}
