import { stringifyEntityRef } from '@backstage/catalog-model';
import { entityRef, RefPart } from '@fairlead/backend-routes';
import { z } from 'zod';

/** `:namespace/:name` of a scorecard. */
export const ScorecardPath = z.object({ namespace: RefPart, name: RefPart });

/** A scorecard and the entity it judges. */
export const BadgePath = z.object({
  namespace: RefPart,
  name: RefPart,
  kind: RefPart,
  entityNamespace: RefPart,
  entityName: RefPart,
});

/** A scorecard's ref; the kind and the namespace may be left out. */
export const ScorecardRef = entityRef({ defaultKind: 'scorecard' });

/** The ref of a user; the kind and the namespace may be left out. */
export const UserRef = entityRef({ defaultKind: 'user' });

/** The ref of a scorecard from its path. */
export function scorecardRefOf(path: z.output<typeof ScorecardPath>): string {
  const { namespace, name } = path;
  return stringifyEntityRef({ kind: 'scorecard', namespace, name });
}
