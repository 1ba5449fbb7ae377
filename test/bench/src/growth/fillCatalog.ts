import { connectToDatabase } from '../servers/connectToDatabase';
import { Database } from '../servers/database';

/**
 * Fills the database of the catalog with components up to `total`, each a copy of one of the first `processed` that the
 * catalog has processed itself.
 *
 * @remarks
 *
 * To process twenty thousand entities takes the catalog a quarter of an hour, and what is read afterwards is the same.
 */
export async function fillCatalog(options: {
  database: Database;
  /** Of the portal. */
  name: string;
  processed: number;
  total: number;
}): Promise<void> {
  const { database, name, processed, total } = options;
  const client = await connectToDatabase(database, {
    name,
    pluginId: 'catalog',
  });
  await client.transaction(async tx => {
    await tx.raw(
      `create temporary table copies on commit drop as
         select s.entity_id as from_id, gen_random_uuid()::text as to_id,
           i % ?::int as from_number, i as to_number,
           s.entity_ref as from_ref, 'component:default/component-' || i as to_ref
         from generate_series(?::int, ?::int) as i
         join refresh_state as s on s.entity_ref = 'component:default/component-' || (i % ?::int)`,
      [processed, processed, total - 1, processed],
    );
    await tx.raw(
      `insert into refresh_state
         select (json_populate_record(s, json_build_object(
           'entity_id', c.to_id, 'entity_ref', c.to_ref,
           'unprocessed_entity', ${renamed('s.unprocessed_entity')},
           'processed_entity', ${renamed('s.processed_entity')}
         ))).*
         from copies as c join refresh_state as s on s.entity_id = c.from_id`,
    );
    await tx.raw(
      `insert into final_entities (entity_id, entity_ref, hash, final_entity, last_updated_at)
         select c.to_id, c.to_ref, md5(c.to_ref), ${renamed(
           'f.final_entity',
         )}, f.last_updated_at
         from copies as c join final_entities as f on f.entity_id = c.from_id`,
    );
    await tx.raw(
      `insert into search (entity_id, key, value, original_value)
         select c.to_id, s.key, ${renamedValue('s.value')}, ${renamedValue(
        's.original_value',
      )}
         from copies as c join search as s on s.entity_id = c.from_id`,
    );
    await tx.raw(
      `insert into relations (originating_entity_id, source_entity_ref, type, target_entity_ref)
         select c.to_id,
           case when r.source_entity_ref = c.from_ref then c.to_ref else r.source_entity_ref end,
           r.type,
           case when r.target_entity_ref = c.from_ref then c.to_ref else r.target_entity_ref end
         from copies as c join relations as r on r.originating_entity_id = c.from_id`,
    );
    await tx.raw(
      `insert into refresh_state_references (source_key, source_entity_ref, target_entity_ref)
         select r.source_key, r.source_entity_ref, c.to_ref
         from copies as c join refresh_state_references as r on r.target_entity_ref = c.from_ref`,
    );
  });
  await client.raw('analyze');
  await client.destroy();
}

/** JSON of the component that is copied, as that of the copy: its name, title and uid. */
function renamed(column: string): string {
  return `replace(replace(replace(${column},
    '"component-' || c.from_number || '"', '"component-' || c.to_number || '"'),
    '"component ' || c.from_number || '"', '"component ' || c.to_number || '"'),
    c.from_id, c.to_id)`;
}

function renamedValue(column: string): string {
  return `case ${column}
    when 'component-' || c.from_number then 'component-' || c.to_number
    when 'component ' || c.from_number then 'component ' || c.to_number
    when c.from_id then c.to_id
    else ${column} end`;
}
