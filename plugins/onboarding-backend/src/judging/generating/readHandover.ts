import { whereOneOf, isPostgres } from '@fairlead/bulk-sql';
import {
  countsFrom,
  HandoverItem,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { readWork } from '../../records/contributions';
import { readEntities } from '../../catalog/entities/readEntities';

/** Who knows something is who worked at it in so many days. */
const WINDOW = 180 * 24 * 3_600_000;

/** Work that shows that somebody knows what it is about. */
const KNOWING = ['merged-change', 'resolved-incident'];

/** What only one person knows: they changed it or resolved its incidents lately, and nobody else did. */
export async function readHandover(
  db: Knex,
  userRef: string,
  options: { now: number },
): Promise<HandoverItem[]> {
  const since = countsFrom(options.now - WINDOW);
  const work = (await readWork(db, [userRef], { since })).get(userRef) ?? [];
  const counts = new Map<string, { changes: number; incidents: number }>();
  for (const { kind, entityRefs = [] } of work) {
    if (KNOWING.includes(kind)) {
      for (const ref of new Set(entityRefs)) {
        const { changes, incidents } = counts.get(ref) ?? {
          changes: 0,
          incidents: 0,
        };
        const isChange = kind === 'merged-change';
        counts.set(ref, {
          changes: changes + (isChange ? 1 : 0),
          incidents: incidents + (isChange ? 0 : 1),
        });
      }
    }
  }
  const refs = [...counts.keys()];
  const [shared, entities] = await Promise.all([
    findShared(db, refs, { userRef, since }),
    readEntities(db, refs),
  ]);
  return refs
    .filter(ref => entities.has(ref) && !shared.has(ref))
    .sort()
    .map(ref => {
      const { metadata } = entities.get(ref)!.entity;
      return {
        entityRef: ref,
        title: metadata.title ?? metadata.name,
        ...counts.get(ref)!,
      };
    });
}

/** Those of entities that somebody else knows, too. */
async function findShared(
  db: Knex,
  entityRefs: readonly string[],
  { userRef, since }: { userRef: string; since: number },
): Promise<Set<string>> {
  if (entityRefs.length === 0) {
    return new Set();
  }
  const [ref, refs] = isPostgres(db)
    ? ['r.value', "json_array_elements_text(c.details::json -> 'entityRefs')"]
    : ['r.value', "json_each(c.details, '$.entityRefs')"];
  const query = db('contributions as c')
    .joinRaw(`cross join ${refs} as r${isPostgres(db) ? '(value)' : ''}`)
    .whereIn('c.kind', KNOWING)
    .where('c.at', '>=', since)
    .whereNotExists(own =>
      own
        .from('identities as i')
        .whereRaw('i.source_id = c.source_id and i.person = c.person')
        .where('i.user_ref', userRef)
        .select('i.person'),
    )
    .distinct(`${ref} as ref`);
  whereOneOf(query, ref, entityRefs);
  const rows: { ref: string }[] = await query;
  return new Set(rows.map(row => row.ref));
}
