import {
  OperationsRecord,
  ProductionDeployment,
} from '@fairlead/backstage-plugin-runbooks-node';
import { insertRows, toStorableText, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { markRunbooksDue } from '../../database/markDue';
import { DbDeploymentRow, DbRunbookEntityRow } from '../../database/tables';
import { OperationsWriter } from '../../intake/operations';
import { readRefs } from '../readRefs';

type Deployment = Pick<DbDeploymentRow, 'key' | 'entity_ref' | 'version'> & {
  finished_at: number;
};

/** Keeps deployments to production: the more there are since a runbook was verified, the less it is to be trusted. */
export class DeploymentWriter implements OperationsWriter {
  static create(): DeploymentWriter {
    return new DeploymentWriter();
  }

  async write(
    tx: Knex.Transaction,
    records: readonly OperationsRecord[],
    options: { now: number },
  ): Promise<void> {
    const told = records.filter(
      (record): record is ProductionDeployment => record.kind === 'deployment',
    );
    const removed = records.filter(({ kind }) => kind === 'removed');
    const keys = [...told, ...removed].map(({ key }) => toStorableText(key));
    if (keys.length === 0) {
      return;
    }
    const stored = await readStored(tx, keys);
    const wanted = new Map(
      told.flatMap(readDeployments).map(row => [nameOf(row), row]),
    );
    const changed = [...wanted.values()].filter(row => {
      const before = stored.get(nameOf(row));
      return (
        before?.finished_at !== row.finished_at ||
        before.version !== row.version
      );
    });
    const gone = [...stored.values()].filter(row => !wanted.has(nameOf(row)));
    for (const { key, entity_ref: ref } of gone) {
      await tx<DbDeploymentRow>('deployments')
        .where({ key, entity_ref: ref })
        .delete();
    }
    await insertRows(tx, {
      table: 'deployments',
      columns: {
        key: 'text',
        entity_ref: 'text',
        finished_at: 'bigint',
        version: 'text',
      },
      rows: changed,
      onConflict: { key: ['key', 'entity_ref'] },
    });
    await markServing(
      tx,
      [...changed, ...gone].map(({ entity_ref: ref }) => ref),
      options,
    );
  }
}

async function readStored(
  tx: Knex.Transaction,
  keys: readonly string[],
): Promise<Map<string, Deployment>> {
  const query = tx<DbDeploymentRow>('deployments').select('*');
  whereOneOf(query, 'key', keys);
  const rows = (await query) as DbDeploymentRow[];
  return new Map(
    rows.map(row => [
      nameOf(row),
      { ...row, finished_at: Number(row.finished_at) },
    ]),
  );
}

/** None of one whose end cannot be read. */
function readDeployments(record: ProductionDeployment): Deployment[] {
  const finishedAt = Date.parse(record.finishedAt);
  return Number.isNaN(finishedAt)
    ? []
    : readRefs(record.entityRefs).map(ref => ({
        key: toStorableText(record.key),
        entity_ref: ref,
        finished_at: finishedAt,
        version: record.version ? toStorableText(record.version) : null,
      }));
}

/** The runbooks that serve these entities are judged again. */
async function markServing(
  tx: Knex.Transaction,
  entityRefs: readonly string[],
  { now }: { now: number },
): Promise<void> {
  const query = tx<DbRunbookEntityRow>('runbook_entities').distinct();
  whereOneOf(query, 'entity_ref', entityRefs);
  const runbookIds: string[] = await query.pluck('runbook_id');
  await markRunbooksDue(tx, { runbookIds, now });
}

function nameOf({
  key,
  entity_ref: ref,
}: Pick<DbDeploymentRow, 'key' | 'entity_ref'>): string {
  return JSON.stringify([key, ref]);
}
