import {
  Entity,
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_HAS_MEMBER,
  RELATION_MEMBER_OF,
  RELATION_PARENT_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** The groups of a user. @public */
export interface UserGroups {
  /** Those that they are a member of themselves, in the order of their refs. */
  direct: string[];
  /** These, and all that are above them. */
  all: string[];
}

/**
 * The groups of a user by the relations of the catalog, or by what their files say where it has not processed them.
 * A circle of parents is gone round once.
 *
 * @param groups - all that may matter
 * @public
 */
export function readGroups(
  user: Entity,
  groups: readonly Entity[],
): UserGroups {
  const userRef = stringifyEntityRef(user);
  const direct = new Set(
    targets(user, RELATION_MEMBER_OF, user.spec?.memberOf, 'group'),
  );
  const parents = new Map<string, string[]>();
  const addParent = (child: string, parent: string) =>
    parents.set(child, [...(parents.get(child) ?? []), parent]);
  for (const group of groups) {
    const ref = stringifyEntityRef(group);
    const { members, parent, children } = group.spec ?? {};
    if (
      targets(group, RELATION_HAS_MEMBER, members, 'user').includes(userRef)
    ) {
      direct.add(ref);
    }
    targets(group, RELATION_CHILD_OF, [parent], 'group').forEach(above =>
      addParent(ref, above),
    );
    targets(group, RELATION_PARENT_OF, children, 'group').forEach(below =>
      addParent(below, ref),
    );
  }
  const all = new Set([...direct].sort());
  // Iterating a set includes elements added during the iteration.
  for (const ref of all) {
    parents.get(ref)?.forEach(parent => all.add(parent));
  }
  return { direct: [...direct].sort(), all: [...all] };
}

function targets(
  entity: Entity,
  relation: string,
  named: unknown,
  defaultKind: string,
): string[] {
  const related = (entity.relations ?? [])
    .filter(({ type }) => type === relation)
    .map(({ targetRef }) => targetRef);
  const written = (Array.isArray(named) ? named : []).flatMap(ref => {
    try {
      return typeof ref === 'string'
        ? [
            stringifyEntityRef(
              parseEntityRef(ref, {
                defaultKind,
                defaultNamespace: entity.metadata.namespace,
              }),
            ),
          ]
        : [];
    } catch {
      return [];
    }
  });
  return [...new Set([...related, ...written])];
}
