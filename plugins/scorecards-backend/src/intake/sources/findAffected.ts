import {
  Entity,
  RELATION_CHILD_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { StoredEntities } from '../../catalog/entities/StoredEntities';

/** More than this, and looking at all entities is the plainer way. */
const LIMIT = 2_000;

/**
 * The entities whose facts may be other after these changed: those themselves, all that they are related to, and what
 * is owned by the groups above a changed group. Undefined when there are so many that all may as well be looked at.
 */
export async function findAffected(
  changed: readonly string[],
  entities: Pick<StoredEntities, 'pages'>,
): Promise<Set<string> | undefined> {
  const affected = new Set<string>();
  const climbed = new Set<string>();
  let toVisit = new Set(changed);
  while (toVisit.size > 0) {
    if (toVisit.size + affected.size > LIMIT) {
      return undefined;
    }
    const parents = new Set<string>();
    for await (const page of entities.pages({ entityRefs: toVisit })) {
      for (const entity of page) {
        affected.add(stringifyEntityRef(entity));
        entity.relations?.forEach(({ targetRef }) => affected.add(targetRef));
        parentsOf(entity)
          .filter(ref => !climbed.has(ref))
          .forEach(ref => parents.add(ref));
      }
    }
    parents.forEach(ref => climbed.add(ref));
    toVisit = parents;
  }
  return affected.size > LIMIT ? undefined : affected;
}

function parentsOf(entity: Entity): string[] {
  return (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_CHILD_OF)
    .map(({ targetRef }) => targetRef);
}
