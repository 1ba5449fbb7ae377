import {
  Entity,
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { createHash } from 'node:crypto';
import { DbEntityRow, DbPersonRow } from '../../database/tables';
import { CatalogNaming } from './combineNaming';
import { MEASURED_KINDS } from './knownKinds';
import { Claim, readClaims } from './readClaims';

/** All that is kept of an entity of the catalog. */
export interface KnownEntity {
  row: DbEntityRow;
  claims: Claim[];
  people: DbPersonRow[];
}

/** Makes a keyed hash of the login of a person in another system. */
export type HashPerson = (annotation: string, login: string) => string;

/** Reads what is kept of an entity. */
export function readEntity(
  entity: Entity,
  options: { naming: CatalogNaming; person: HashPerson },
): KnownEntity {
  const { naming } = options;
  const entityRef = stringifyEntityRef(entity);
  const kind = entity.kind.toLocaleLowerCase('en-US');
  const { claims, problems } = MEASURED_KINDS.includes(kind)
    ? readClaims(entity, naming)
    : { claims: [], problems: [] };
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
    domain_ref:
      kind === 'domain' ? null : findTarget(entity, RELATION_PART_OF, 'domain'),
    parent_ref:
      findTarget(entity, RELATION_CHILD_OF) ??
      (kind === 'domain'
        ? findTarget(entity, RELATION_PART_OF, 'domain')
        : null),
    problems: problems.length > 0 ? JSON.stringify(problems) : null,
  };
  const people = kind === 'user' ? readPeople(entity, options) : [];
  const hash = createHash('sha256')
    .update(JSON.stringify([columns, claims, people]))
    .digest('base64url');
  return { row: { ...columns, hash }, claims, people };
}

function readPeople(
  entity: Entity,
  options: { naming: CatalogNaming; person: HashPerson },
): DbPersonRow[] {
  const { naming, person } = options;
  const { annotations = {} } = entity.metadata;
  return naming.logins.flatMap(annotation => {
    const login = annotations[annotation]?.trim();
    return login
      ? [
          {
            person: person(annotation, login),
            user_ref: stringifyEntityRef(entity),
          },
        ]
      : [];
  });
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
