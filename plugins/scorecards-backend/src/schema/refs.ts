import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';

const Part = z
  .string()
  .max(253)
  .regex(/^[^\s:/]+$/, "must be a name without spaces, ':' and '/'");

/** `:kind/:namespace/:name` as a full entity ref in lower case. */
export const EntityPath = z.object({ kind: Part, namespace: Part, name: Part });

/** `:namespace/:name` of a scorecard. */
export const ScorecardPath = z.object({ namespace: Part, name: Part });

/** A scorecard and the entity it judges. */
export const BadgePath = z.object({
  namespace: Part,
  name: Part,
  kind: Part,
  entityNamespace: Part,
  entityName: Part,
});

/** An entity ref in a query or a body; the namespace may be left out. Read as a full ref in lower case. */
export const EntityRef = entityRef();

/** A scorecard's ref; the kind and the namespace may be left out. */
export const ScorecardRef = entityRef({ defaultKind: 'scorecard' });

/** The ref of a team or user; the kind `group` and the namespace may be left out. */
export const OwnerRef = entityRef({ defaultKind: 'group' });

/** The ref of a system; the kind and the namespace may be left out. */
export const SystemRef = entityRef({ defaultKind: 'system' });

/** The ref of a domain; the kind and the namespace may be left out. */
export const DomainRef = entityRef({ defaultKind: 'domain' });

function entityRef(context?: { defaultKind: string }) {
  return z
    .string()
    .max(800)
    .transform((text, { addIssue }) => {
      try {
        const ref = stringifyEntityRef(parseEntityRef(text, context));
        if (/\s/.test(ref)) {
          throw new Error('has spaces');
        }
        return ref;
      } catch {
        addIssue("must be an entity ref such as 'component:default/checkout'");
        return z.NEVER;
      }
    });
}

/** The ref of a scorecard from its path. */
export function scorecardRefOf(path: z.output<typeof ScorecardPath>): string {
  const { namespace, name } = path;
  return stringifyEntityRef({ kind: 'scorecard', namespace, name });
}
