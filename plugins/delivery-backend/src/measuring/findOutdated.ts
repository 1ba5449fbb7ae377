import { isPostgres } from '@fairlead/bulk-sql';
import { Knex } from 'knex';

/**
 * The refs of entities to be measured, those first that were measured longest ago.
 *
 * @remarks
 *
 * Changed days are stepped through from one entity to the next by their key, since a backlog has very many days of few
 * entities.
 *
 * @param options - entities measured after `measuredBefore` wait a little; times in milliseconds since the epoch
 */
export async function findOutdated(
  db: Knex,
  options: { now: number; measuredBefore: number; limit: number },
): Promise<string[]> {
  const { now, measuredBefore, limit } = options;
  const answer = await db.raw(
    `with recursive changed(entity_ref) as (
       select min(entity_ref) from changed_days
       union all
       select (select min(c.entity_ref) from changed_days c where c.entity_ref > changed.entity_ref)
       from changed where changed.entity_ref is not null
     ),
     outdated(entity_ref) as (
       select entity_ref from changed where entity_ref is not null
       union
       select entity_ref from measured_entities where due_at <= :now
     )
     select o.entity_ref from outdated o
     left join measured_entities m on m.entity_ref = o.entity_ref
     where (m.claimed_until is null or m.claimed_until <= :now)
       and (m.measured_at is null or m.measured_at <= :measuredBefore)
     order by coalesce(m.measured_at, 0), o.entity_ref
     limit :limit`,
    { now, measuredBefore, limit },
  );
  const rows: { entity_ref: string }[] = isPostgres(db) ? answer.rows : answer;
  return rows.map(row => row.entity_ref);
}
