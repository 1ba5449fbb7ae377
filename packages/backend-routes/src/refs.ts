import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';

/** A kind, a namespace or a name in a path. @public */
export const RefPart = z
  .string()
  .max(253)
  .regex(/^[^\s:/]+$/, "must be a name without spaces, ':' and '/'");

/** `:kind/:namespace/:name` of an entity. @public */
export const EntityPath = z.object({
  kind: RefPart,
  namespace: RefPart,
  name: RefPart,
});

/** An entity ref in a query or a body; the namespace may be left out. Read as a full ref in lower case. @public */
export const EntityRef = entityRef();

/** The ref of a team or user; the kind `group` and the namespace may be left out. @public */
export const OwnerRef = entityRef({ defaultKind: 'group' });

/** The ref of a system; the kind and the namespace may be left out. @public */
export const SystemRef = entityRef({ defaultKind: 'system' });

/** The ref of a domain; the kind and the namespace may be left out. @public */
export const DomainRef = entityRef({ defaultKind: 'domain' });

/**
 * The schema of an entity ref of which a kind may be left out. Read as a full ref in lower case.
 *
 * @public
 */
export function entityRef(context?: { defaultKind: string }) {
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
