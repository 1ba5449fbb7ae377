import { insertRows, isPostgres, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbDeliveredChangeRow, DbRecordRow } from '../database/tables';
import { MeasuredDelivery } from './deliveriesOf';
import { nextRevision } from './nextRevision';

type Told = Omit<DbDeliveredChangeRow, 'revision'>;

const toRow = (
  entityRef: string,
  { changeKey, deploymentKey, deployedAt }: MeasuredDelivery,
): Told => ({
  change_key: changeKey,
  entity_ref: entityRef,
  deployment_key: deploymentKey,
  deployed_at: deployedAt,
  revoked: false,
});

const isTold = (row: Told | undefined, delivery: MeasuredDelivery) =>
  row !== undefined &&
  !row.revoked &&
  row.deployment_key === delivery.deploymentKey &&
  Number(row.deployed_at) === delivery.deployedAt;

/**
 * Brings what is told of the changes of an entity to what was measured, and writes only what differs. Answers how many
 * rows it wrote.
 *
 * @remarks
 * It takes revisions, and so comes after all that can be done before. What was measured may rest on records that have been
 * removed meanwhile: nothing is written of a change that is gone, since nobody would remove that again.
 */
export async function writeDeliveredChanges(
  tx: Knex.Transaction,
  options: { entityRef: string; deliveries: readonly MeasuredDelivery[] },
): Promise<number> {
  const { entityRef, deliveries } = options;
  const stored: Told[] = await tx<DbDeliveredChangeRow>(
    'delivered_changes',
  ).where('entity_ref', entityRef);
  const told = new Map(stored.map(row => [row.change_key, row]));
  const differing = [
    ...deliveries
      .filter(({ status }) => status === 'delivered')
      .filter(delivery => !isTold(told.get(delivery.changeKey), delivery))
      .map(delivery => toRow(entityRef, delivery)),
    ...(await findRevoked(tx, told, deliveries)),
  ];
  const changes = await lockChanges(
    tx,
    differing.map(row => row.change_key),
  );
  const rows = differing
    .filter(row => changes.has(row.change_key))
    .sort((a, b) => (a.change_key < b.change_key ? -1 : 1));
  if (rows.length > 0) {
    const last = await nextRevision(tx, rows.length);
    await insertRows(tx, {
      table: 'delivered_changes',
      columns: {
        change_key: 'text',
        entity_ref: 'text',
        deployment_key: 'text',
        deployed_at: 'bigint',
        revoked: 'boolean',
        revision: 'bigint',
      },
      rows: rows.map((row, index) => ({
        ...row,
        deployed_at: Number(row.deployed_at),
        revoked: Boolean(row.revoked),
        revision: last - rows.length + 1 + index,
      })),
      onConflict: { key: ['change_key', 'entity_ref'] },
    });
  }
  return rows.length;
}

/** Those of the changes that there are, none of which is removed before the transaction ends. */
async function lockChanges(
  tx: Knex.Transaction,
  keys: readonly string[],
): Promise<Set<string>> {
  const query = tx<DbRecordRow>('records').orderBy('key');
  whereOneOf(query, 'key', keys);
  if (isPostgres(tx)) {
    query.forKeyShare();
  }
  return new Set<string>(await query.pluck('key'));
}

/**
 * What was told and does not follow from the records any more. Records are removed with age: what rested on a deployment
 * that is gone, or that has become the first that is known, was true and stays so.
 */
async function findRevoked(
  tx: Knex.Transaction,
  told: ReadonlyMap<string, Told>,
  deliveries: readonly MeasuredDelivery[],
): Promise<Told[]> {
  const measured = new Map(deliveries.map(one => [one.changeKey, one]));
  const doubtful = [...told.values()].filter(row => {
    const now = measured.get(row.change_key);
    const isDelivered = now?.status === 'delivered';
    const isFirstKnown =
      now?.status === 'seed' && now.deploymentKey === row.deployment_key;
    return !row.revoked && !isDelivered && !isFirstKnown;
  });
  if (doubtful.length === 0) {
    return [];
  }
  const query = tx<DbRecordRow>('records');
  whereOneOf(
    query,
    'key',
    doubtful.map(row => row.deployment_key),
  );
  const kept = new Set<string>(await query.pluck('key'));
  return doubtful
    .filter(row => kept.has(row.deployment_key))
    .map(row => ({ ...row, revoked: true }));
}
