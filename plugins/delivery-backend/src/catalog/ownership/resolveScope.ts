import { parseEntityRef } from '@backstage/catalog-model';
import { OwnershipView } from '@fairlead/backstage-plugin-delivery-common';
import { readDescendants } from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { restrictToVisible, Visibility } from '../visibility';

/** A time in which an owner had an entity, in milliseconds since the epoch; `to` is not part of it. */
export interface OwnershipSpan {
  /** 0 where the first known owner counts for all time before. */
  from: number;
  /** Absent while it holds. */
  to?: number;
}

/** The entities that something is summed over. */
export interface Scope {
  /** Those that the caller may read, in order. */
  entityRefs: string[];
  /** Only what lies in these times counts, by entity, in order; absent where all of it does. */
  spans?: Map<string, OwnershipSpan[]>;
}

/**
 * The entities behind an entity: itself; the parts of a system; those of the systems of a domain and of the domains
 * below it; what a group and the groups below it own or, in the view `then`, have owned; what a user does.
 *
 * @remarks
 *
 * Groups are taken to stand where they stand today in both views: what is remembered is who owned what.
 */
export async function resolveScope(
  db: Knex,
  entityRef: string,
  options: { view: OwnershipView; visibility: Visibility },
): Promise<Scope> {
  const { view, visibility } = options;
  switch (parseEntityRef(entityRef).kind) {
    case 'group':
    case 'user': {
      const ownerRefs = await readDescendants(db, entityRef);
      return view === 'then'
        ? readOwnedThen(db, ownerRefs, visibility)
        : readRefs(db, visibility, query =>
            query.whereIn('e.owner_ref', ownerRefs).whereExists(isMeasured(db)),
          );
    }
    case 'system':
      return readRefs(db, visibility, query =>
        query
          .where('e.entity_ref', entityRef)
          .orWhere('e.system_ref', entityRef),
      );
    case 'domain': {
      const domainRefs = await readDescendants(db, entityRef);
      const systems = db('entities as s')
        .select('s.entity_ref')
        .whereIn('s.domain_ref', domainRefs);
      return readRefs(db, visibility, query =>
        query
          .whereIn('e.entity_ref', domainRefs)
          .orWhereIn('e.domain_ref', domainRefs)
          .orWhereIn('e.system_ref', systems),
      );
    }
    default:
      return readRefs(db, visibility, query =>
        query.where('e.entity_ref', entityRef),
      );
  }
}

/** The entities of the whole organisation that deliveries can be told of. */
export async function resolveWholeScope(
  db: Knex,
  options: { visibility: Visibility },
): Promise<Scope> {
  return readRefs(db, options.visibility, query =>
    query.whereExists(isMeasured(db)),
  );
}

/** Groups and users own themselves, but nothing is told of them: only what can be measured has ownerships. */
function isMeasured(db: Knex) {
  return db('ownerships as o')
    .select(db.raw('1'))
    .whereRaw('o.entity_ref = e.entity_ref');
}

async function readRefs(
  db: Knex,
  visibility: Visibility,
  restrict: (query: Knex.QueryBuilder) => void,
): Promise<Scope> {
  const query = db('entities as e').where(restrict).orderBy('e.entity_ref');
  restrictToVisible(query, visibility);
  return { entityRefs: await query.pluck('e.entity_ref') };
}

async function readOwnedThen(
  db: Knex,
  ownerRefs: readonly string[],
  visibility: Visibility,
): Promise<Scope> {
  const query = db('ownerships as o')
    .join('entities as e', 'e.entity_ref', 'o.entity_ref')
    .whereIn('o.owner_ref', ownerRefs)
    .orderBy(['o.entity_ref', 'o.from'])
    .select('o.entity_ref', 'o.from', 'o.to');
  restrictToVisible(query, visibility);
  const spans = new Map<string, OwnershipSpan[]>();
  for (const { entity_ref: ref, from, to } of await query) {
    const before = spans.get(ref)?.at(-1);
    const next = {
      from: Number(from),
      ...(to !== null && { to: Number(to) }),
    };
    if (before?.to === next.from) {
      // Moved from one of these groups to another, so the set of groups owned it all along.
      delete before.to;
      Object.assign(before, next, { from: before.from });
    } else {
      spans.set(ref, [...(spans.get(ref) ?? []), next]);
    }
  }
  return { entityRefs: [...spans.keys()], spans };
}
