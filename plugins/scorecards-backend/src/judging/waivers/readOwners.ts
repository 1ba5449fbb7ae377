import { Knex } from 'knex';
import { DbEntityRow } from '../../database/tables';
import { WaiverSide } from './WaiverService';

/** Who owns each side; null for nobody. Undefined when there is no such entity. */
export async function readOwners(
  db: Knex,
  waiver: { entityRef: string; scorecardRef: string },
): Promise<Record<WaiverSide, string | null> | undefined> {
  const rows = await db<DbEntityRow>('entities')
    .select('entity_ref', 'owner_ref')
    .whereIn('entity_ref', [waiver.entityRef, waiver.scorecardRef]);
  const owners = new Map(rows.map(row => [row.entity_ref, row.owner_ref]));
  const entityOwner = owners.get(waiver.entityRef);
  return entityOwner === undefined
    ? undefined
    : {
        'entity-owner': entityOwner,
        'scorecard-owner': owners.get(waiver.scorecardRef) ?? null,
      };
}
