import {
  Waiver,
  WaiverApproval,
} from '@fairlead/backstage-plugin-scorecards-common';
import { DbTime, DbWaiverRow } from '../../database/tables';
import { isoTime } from '../../database/isoTime';

/** The waiver of a row. */
export function readWaiver(row: DbWaiverRow): Waiver {
  const rejection = readApproval(row.rejected_by, row.rejected_at);
  return {
    id: row.id,
    scorecardRef: row.scorecard_ref,
    checkId: row.check_id,
    entityRef: row.entity_ref,
    reason: row.reason,
    state: row.state as Waiver['state'],
    requestedBy: row.requested_by,
    requestedAt: isoTime(row.requested_at),
    expiresAt: isoTime(row.expires_at),
    entityOwnerApproval: readApproval(row.entity_owner_by, row.entity_owner_at),
    scorecardOwnerApproval: readApproval(
      row.scorecard_owner_by,
      row.scorecard_owner_at,
    ),
    ...(rejection && {
      rejectedBy: { ...rejection, reason: row.rejected_reason ?? '' },
    }),
  };
}

function readApproval(
  by: string | null,
  at: DbTime | null,
): WaiverApproval | null {
  return by === null || at === null ? null : { by, at: isoTime(at) };
}
