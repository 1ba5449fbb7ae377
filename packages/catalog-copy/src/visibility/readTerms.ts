import {
  DEFAULT_NAMESPACE,
  Entity,
  RELATION_CHILD_OF,
  RELATION_OWNED_BY,
  RELATION_PARENT_OF,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { EntityTermRow } from '../tables';

/** The catalog does not find what is longer either. */
const MAX_LENGTH = 200;

/** What the catalog does not search, or only in its own way. */
const NOT_WALKED = new Set([
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'metadata.etag',
]);

/** Who may read an entity, and which teams and domains stand below which. */
const RELATIONS = [
  RELATION_OWNED_BY,
  RELATION_CHILD_OF,
  RELATION_PARENT_OF,
  RELATION_PART_OF,
];

/**
 * The properties of an entity by which conditions of a permission policy find it: its metadata and spec, as the catalog
 * itself writes them into its table for searches, and a few of its relations.
 */
export function readTerms(entity: Entity): EntityTermRow[] {
  const entityRef = stringifyEntityRef(entity);
  const terms = new Map<string, EntityTermRow>();
  const add = (path: string, value: unknown) => {
    const term = toTerm(path, value);
    if (term) {
      terms.set(JSON.stringify([term.key, term.value]), {
        entity_ref: entityRef,
        ...term,
      });
    }
  };
  const { name, namespace = DEFAULT_NAMESPACE, uid } = entity.metadata;
  add('metadata.name', name);
  add('metadata.namespace', namespace);
  add('metadata.uid', uid);
  walk('metadata', entity.metadata, add);
  if (entity.spec) {
    walk('spec', entity.spec, add);
  }
  for (const { type, targetRef } of entity.relations ?? []) {
    if (RELATIONS.includes(type)) {
      add(`relations.${type}`, targetRef);
    }
  }
  return [...terms.values()];
}

function walk(
  path: string,
  value: unknown,
  add: (path: string, value: unknown) => void,
): void {
  if (NOT_WALKED.has(path)) {
    return;
  }
  if (Array.isArray(value)) {
    for (const item of value) {
      walk(path, item, add);
      if (typeof item === 'string') {
        add(`${path}.${item}`, true);
      }
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      walk(`${path}.${key}`, item, add);
    }
  } else {
    add(path, value);
  }
}

function toTerm(
  path: string,
  value: unknown,
): Pick<EntityTermRow, 'key' | 'value'> | undefined {
  const key = path.toLowerCase();
  if (key.length > MAX_LENGTH) {
    return undefined;
  }
  const text =
    value === undefined || value === null ? null : String(value).toLowerCase();
  return {
    key,
    value: text !== null && text.length > MAX_LENGTH ? null : text,
  };
}
