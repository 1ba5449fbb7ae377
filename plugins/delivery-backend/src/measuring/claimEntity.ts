import { Knex } from 'knex';
import { DbMeasuredEntityRow } from '../database/tables';
import { nextRevision } from './nextRevision';

/** An entity in this process's hands, until `claimedUntil`. */
export interface ClaimedEntity {
  entityRef: string;
  claimedUntil: number;
  /** Zero if it never was. */
  measuredAt: number;
  dueAt?: number;
  /** Hash of the options under which it was measured; empty if it never was. */
  options: string;
  heads: string;
}

/** Long enough for any entity, short enough for the work of a process that died to be taken up soon. */
const CLAIM_FOR = 120_000;

/** Takes an entity in hand; undefined while somebody else has it. */
export async function claimEntity(
  db: Knex,
  entityRef: string,
  now: number,
): Promise<ClaimedEntity | undefined> {
  // The part below a second tells two claims of one moment apart.
  const claimedUntil = now + CLAIM_FOR + Math.floor(Math.random() * 1000);
  return db.transaction(async tx => {
    const [row] = await tx<DbMeasuredEntityRow>('measured_entities')
      .where('entity_ref', entityRef)
      .where(claim =>
        claim.whereNull('claimed_until').orWhere('claimed_until', '<=', now),
      )
      .update({ claimed_until: claimedUntil })
      .returning(['measured_at', 'due_at', 'options', 'heads']);
    if (row) {
      return {
        entityRef,
        claimedUntil,
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
        revision: await nextRevision(tx),
        measured_at: 0,
        claimed_until: claimedUntil,
        options: '',
        heads: '{}',
      })
      .onConflict('entity_ref')
      .ignore()
      .returning('entity_ref');
    return added.length > 0
      ? { entityRef, claimedUntil, measuredAt: 0, options: '', heads: '{}' }
      : undefined;
  });
}

/** Makes sure, until the transaction ends, that the claim still holds. False if somebody else took the entity over. */
export async function holdClaim(
  tx: Knex.Transaction,
  { entityRef, claimedUntil }: ClaimedEntity,
): Promise<boolean> {
  const held = await tx<DbMeasuredEntityRow>('measured_entities')
    .where({ entity_ref: entityRef, claimed_until: claimedUntil })
    .update({ claimed_until: claimedUntil });
  return held === 1;
}
