import {
  Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { createHash } from 'node:crypto';
import { DbEntityRow } from '../../database/tables';

/** What of a row follows from the entity alone. */
export type EntityColumns = Pick<
  DbEntityRow,
  | 'entity_ref'
  | 'uid'
  | 'kind'
  | 'title'
  | 'owner_ref'
  | 'system_ref'
  | 'domain_ref'
  | 'etag'
  | 'entity'
>;

/**
 * The columns of an entity. The domain of a part of a system is not in them: it follows from the system's row.
 *
 * @remarks
 *
 * The catalog's own etag is not enough: whoever provides an entity may set it, and it then says nothing of relations.
 */
export function readEntityRow(entity: Entity): EntityColumns {
  const json = JSON.stringify(entity);
  const entityRef = stringifyEntityRef(entity);
  const kind = entity.kind.toLocaleLowerCase('en-US');
  return {
    entity_ref: entityRef,
    uid: entity.metadata.uid ?? '',
    kind,
    title: entity.metadata.title ?? null,
    owner_ref:
      findTarget(entity, RELATION_OWNED_BY) ??
      // A group answers for itself.
      (kind === 'group' ? entityRef : null),
    system_ref: findTarget(entity, RELATION_PART_OF, 'system') ?? null,
    domain_ref: findTarget(entity, RELATION_PART_OF, 'domain') ?? null,
    etag: createHash('sha256').update(json).digest('base64url'),
    entity: json,
  };
}

function findTarget(
  entity: Entity,
  type: string,
  kind?: string,
): string | undefined {
  return entity.relations
    ?.filter(relation => relation.type === type)
    .map(relation => parseEntityRef(relation.targetRef))
    .filter(ref => !kind || ref.kind.toLocaleLowerCase('en-US') === kind)
    .map(ref => stringifyEntityRef(ref))[0];
}
