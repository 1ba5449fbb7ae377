import {
  Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { createHash } from 'node:crypto';
import { CopiedEntityRow, EntityTermRow } from '../tables';
import { readTerms } from '../visibility/readTerms';
import { KeptOfEntity } from '../CopyDefinition';

/** All that is kept of an entity. */
export interface CopiedEntity<TKept extends KeptOfEntity> {
  row: Omit<CopiedEntityRow, 'changed_at' | 'missing_since'>;
  terms: EntityTermRow[];
  kept: TKept;
}

/**
 * Reads what is kept of an entity.
 *
 * @remarks
 *
 * The catalog's own etag would not tell whether it changed: whoever provides an entity may set it, and it says nothing of
 * relations. The hash is of what was read rather than of what it was read from, so that a new version of the code that
 * reads is followed as well.
 */
export function readCopiedEntity<TKept extends KeptOfEntity>(
  entity: Entity,
  read: (entity: Entity) => TKept,
): CopiedEntity<TKept> {
  const entityRef = stringifyEntityRef(entity);
  const kind = entity.kind.toLocaleLowerCase('en-US');
  const columns = {
    entity_ref: entityRef,
    uid: entity.metadata.uid ?? '',
    kind,
    title: entity.metadata.title ?? null,
    owner_ref:
      findTarget(entity, RELATION_OWNED_BY) ??
      // A group counts as its own owner.
      (kind === 'group' ? entityRef : null),
    system_ref: findTarget(entity, RELATION_PART_OF, 'system'),
    domain_ref: findTarget(entity, RELATION_PART_OF, 'domain'),
  };
  const terms = readTerms(entity);
  const kept = read(entity);
  const hash = createHash('sha256')
    .update(
      JSON.stringify([
        columns,
        terms.map(({ key, value }) => [key, value]),
        kept,
      ]),
    )
    .digest('base64url');
  return { row: { ...columns, hash }, terms, kept };
}

function findTarget(
  entity: Entity,
  type: string,
  kind?: string,
): string | null {
  const target = entity.relations
    ?.filter(relation => relation.type === type)
    .map(relation => parseEntityRef(relation.targetRef))
    .find(ref => !kind || ref.kind.toLocaleLowerCase('en-US') === kind);
  return target ? stringifyEntityRef(target) : null;
}
