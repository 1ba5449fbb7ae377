import { Knex } from 'knex';
import { DbMeasuredEntityRow } from '../database/tables';
import { nextRevision } from './nextRevision';

/** An entity in this process's hands, until `leasedUntil`. */
export interface LeasedEntity {
  entityRef: string;
  leasedUntil: number;
  /** Zero if it never was. */
  measuredAt: number;
  dueAt?: number;
  /** Hash of the options under which it was measured; empty if it never was. */
  options: string;
  heads: string;
}

/** Long enough for any entity, short enough for the work of a process that died to be taken up soon. */
const LEASE_FOR = 120_000;

/** Takes an entity in hand; undefined while somebody else has it. */
export async function leaseEntity(
  db: Knex,
  entityRef: string,
  now: number,
): Promise<LeasedEntity | undefined> {
  // The part below a second tells two leases of one moment apart.
  const leasedUntil = now + LEASE_FOR + Math.floor(Math.random() * 1000);
  return db.transaction(async tx => {
    const [row] = await tx<DbMeasuredEntityRow>('measured_entities')
      .where('entity_ref', entityRef)
      .where(lease =>
        lease.whereNull('claimed_until').orWhere('claimed_until', '<=', now),
      )
      .update({ claimed_until: leasedUntil })
      .returning(['measured_at', 'due_at', 'options', 'heads']);
    if (row) {
      return {
        entityRef,
        leasedUntil,
        measuredAt: Number(row.measured_at),
        dueAt: row.due_at === null ? undefined : Number(row.due_at),
        options: row.options,
        heads: row.heads,
      };
    }
    const known = await tx<DbMeasuredEntityRow>('measured_entities')
      .where('entity_ref', entityRef)
      .first('entity_ref');
    if (known) {
      return undefined;
    }
    const added = await tx<DbMeasuredEntityRow>('measured_entities')
      .insert({
        entity_ref: entityRef,
        revision: 0,
        measured_at: 0,
        claimed_until: leasedUntil,
        options: '',
        heads: '{}',
      })
      .onConflict('entity_ref')
      .ignore()
      .returning('entity_ref');
    if (added.length === 0) {
      return undefined;
    }
    // Taken after the row is written: a process that measures this entity locks the row first and the revisions next, and
    // two that lock in opposite order would wait for each other.
    await tx<DbMeasuredEntityRow>('measured_entities')
      .where('entity_ref', entityRef)
      .update({ revision: await nextRevision(tx) });
    return { entityRef, leasedUntil, measuredAt: 0, options: '', heads: '{}' };
  });
}

/** Makes sure, until the transaction ends, that the lease still holds. False if somebody else took the entity over. */
export async function holdLease(
  tx: Knex.Transaction,
  { entityRef, leasedUntil }: LeasedEntity,
): Promise<boolean> {
  const held = await tx<DbMeasuredEntityRow>('measured_entities')
    .where({ entity_ref: entityRef, claimed_until: leasedUntil })
    .update({ claimed_until: leasedUntil });
  return held === 1;
}
