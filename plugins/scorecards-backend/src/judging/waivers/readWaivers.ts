import {
  Decision,
  foldWaiverDecisions,
  Waiver,
  WAIVER_SIDES,
  WaiverDetailsResponse,
  WaiverSide,
} from '@fairlead/backstage-plugin-scorecards-common';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { isoTime } from '../../database/isoTime';
import { DbEntityRow, DbWaiverRow } from '../../database/tables';
import { DecisionLog } from '../decisions/DecisionLog';

/** Who owns each side of a waiver; null for nobody. */
export type WaiverOwners = Record<WaiverSide, string | null>;

/** The waivers of these rows with their entries in the log: two queries for any number of them. */
export async function readWaivers(
  rows: readonly DbWaiverRow[],
  options: { db: Knex; log: DecisionLog; now: number },
): Promise<WaiverDetailsResponse[]> {
  const { db, log, now } = options;
  if (rows.length === 0) {
    return [];
  }
  const [decisions, owners] = await Promise.all([
    log.list(
      db,
      'waiver',
      rows.map(({ id }) => id),
    ),
    readOwners(
      db,
      rows.flatMap(row => [row.entity_ref, row.scorecard_ref]),
    ),
  ]);
  return rows.map(row =>
    toWaiver(row, {
      decisions: decisions.get(row.id) ?? [],
      now,
      owners: {
        'entity-owner': owners.get(row.entity_ref) ?? null,
        'scorecard-owner': owners.get(row.scorecard_ref) ?? null,
      },
    }),
  );
}

/** A waiver without its entries, as lists show it. */
export function withoutDecisions({
  decisions: _,
  ...waiver
}: WaiverDetailsResponse): Waiver {
  return waiver;
}

/** The owners of entities that exist; null for nobody. */
export async function readOwners(
  db: Knex,
  entityRefs: readonly string[],
): Promise<Map<string, string | null>> {
  const query = db<DbEntityRow>('entities').select('entity_ref', 'owner_ref');
  whereOneOf(query, 'entity_ref', [...new Set(entityRefs)]);
  const rows: Pick<DbEntityRow, 'entity_ref' | 'owner_ref'>[] = await query;
  return new Map(rows.map(row => [row.entity_ref, row.owner_ref]));
}

/** The waiver of a row, as its entries and the clock make it. */
export function toWaiver(
  row: DbWaiverRow,
  options: {
    decisions: readonly Decision[];
    now: number;
    owners: WaiverOwners;
  },
): WaiverDetailsResponse {
  const { decisions, now, owners } = options;
  const { approvals, ending, state } = foldWaiverDecisions(decisions, {
    expiresAt: Number(row.expires_at),
    now,
  });
  const asked = decisions.find(({ move }) => move === 'ask');
  return {
    id: row.id,
    scorecardRef: row.scorecard_ref,
    checkId: row.check_id,
    entityRef: row.entity_ref,
    reason: row.reason,
    state,
    requestedBy: row.requested_by,
    requestedAt: isoTime(row.requested_at),
    expiresAt: isoTime(row.expires_at),
    entityOwnerApproval: approvals['entity-owner'],
    scorecardOwnerApproval: approvals['scorecard-owner'],
    sides: WAIVER_SIDES.map(side => ({
      side,
      ownerRef: owners[side],
      approval: approvals[side],
    })),
    ...(ending?.move === 'reject' && { rejectedBy: describeEnding(ending) }),
    ...(ending?.move === 'revoke' && { revokedBy: describeEnding(ending) }),
    ...(asked && { requestedThrough: asked.principal }),
    ...(row.request_id !== null && { requestId: row.request_id }),
    ...(row.renews !== null && { renews: row.renews }),
    decisions: [...decisions],
  };
}

function describeEnding({ actor, at, reason }: Decision) {
  return { by: actor ?? '', at, reason: reason ?? '' };
}
