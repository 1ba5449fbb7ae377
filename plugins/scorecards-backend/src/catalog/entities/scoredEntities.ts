import { Entity } from '@backstage/catalog-model';
import { CopyDefinition } from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { DbEntityRow } from '../../database/tables';

/** Kinds that are never scored. A location is plumbing; people are not measured. */
const UNSCORED_KINDS = ['location', 'user'];

/** The entities of the catalog that scorecards can judge, whole. One that changes is due for being judged again. */
export const SCORED_ENTITIES: CopyDefinition = {
  pluginId: 'scorecards',
  query: { $not: { kind: { $in: UNSCORED_KINDS } } },
  columns: { entity: 'text' },
  read: (entity: Entity) => ({
    columns: { entity: JSON.stringify(entity) },
  }),
  onChange: async (tx, changed, { now }) => {
    await tx<DbEntityRow>('entities')
      .whereIn(
        'entity_ref',
        changed.map(({ row }) => row.entity_ref),
      )
      .update({
        evaluate_at: now,
        revision: tx.raw('revision + 1'),
        domain_ref: tx.raw(
          'case when system_ref is null then domain_ref else (?) end',
          [domainOfSystem(tx)],
        ),
      });
  },
  onSynced: spreadDomains,
};

/** Carries the domain of each system to its parts. */
async function spreadDomains(db: Knex): Promise<void> {
  const domain = domainOfSystem(db);
  await db<DbEntityRow>('entities')
    .whereNotNull('system_ref')
    .whereRaw('domain_ref is distinct from (?)', [domain])
    .update({ domain_ref: db.raw('(?)', [domain]) });
}

function domainOfSystem(db: Knex): Knex.QueryBuilder {
  return db
    .from('entities as s')
    .select('s.domain_ref')
    .where('s.entity_ref', db.ref('entities.system_ref'));
}
