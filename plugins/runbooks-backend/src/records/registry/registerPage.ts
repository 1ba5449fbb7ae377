import { isPostgres, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbEntityRow } from '../../database/tables';
import { registerDefinitions } from './registerDefinitions';
import { registerNamed } from './registerNamed';
import { Touched } from './Touched';

const PAGE_SIZE = 200;

/** An entity whose runbooks are registered. */
export type DueEntity = Pick<
  DbEntityRow,
  'entity_ref' | 'kind' | 'owner_ref' | 'entity'
>;

/** Registers what a page of entities names, runbooks first. Answers how many entities that were. */
export async function registerPage(
  tx: Knex.Transaction,
  options: { now: number; portalUrl?: string },
): Promise<number> {
  const entities = await lockDue(tx);
  if (entities.length === 0) {
    return 0;
  }
  const touched = new Touched();
  await registerDefinitions(tx, entities, { ...options, touched });
  await registerNamed(tx, entities, { ...options, touched });
  const done = tx<DbEntityRow>('entities').update({ register_at: null });
  whereOneOf(
    done,
    'entity_ref',
    entities.map(({ entity_ref: ref }) => ref),
  );
  await done;
  // After that, since what these mark may be of this page too.
  await touched.mark(tx, options);
  return entities.length;
}

/**
 * The entities that have been due longest. Whoever marks one of them now waits for the end of this transaction, and so
 * marks it anew.
 */
async function lockDue(tx: Knex.Transaction): Promise<DueEntity[]> {
  const due: string[] = await tx<DbEntityRow>('entities')
    .whereNotNull('register_at')
    .orderByRaw(`case when kind = 'runbook' then 0 else 1 end`)
    .orderBy(['register_at', 'entity_ref'])
    .limit(PAGE_SIZE)
    .pluck('entity_ref');
  const rows = tx<DbEntityRow>('entities')
    .select('entity_ref', 'kind', 'owner_ref', 'entity')
    .whereNotNull('register_at')
    .orderBy('entity_ref');
  whereOneOf(rows, 'entity_ref', due);
  if (isPostgres(tx)) {
    rows.forNoKeyUpdate();
  }
  return rows;
}
