import {
  Campaign,
  Decision,
  foldCampaignDecisions,
  FoldedCampaign,
} from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { isoTime } from '../../database/isoTime';
import { DecisionLog } from '../decisions/DecisionLog';
import { DbCampaignRow } from './tables';

/** A campaign with its entries in the log, and what they come to. */
export interface ReadCampaign {
  row: DbCampaignRow;
  campaign: Campaign;
  decisions: Decision[];
  folded: FoldedCampaign;
}

/** The campaigns of these rows: one query for any number of them. */
export async function readCampaigns(
  rows: readonly DbCampaignRow[],
  options: { db: Knex; log: DecisionLog; now: number },
): Promise<ReadCampaign[]> {
  const { db, log, now } = options;
  const decisions = await log.list(
    db,
    'campaign',
    rows.map(({ id }) => id),
  );
  return rows.map(row => toCampaign(row, decisions.get(row.id) ?? [], now));
}

/** The campaign of a row, as its entries and the clock make it. */
export function toCampaign(
  row: DbCampaignRow,
  decisions: Decision[],
  now: number,
): ReadCampaign {
  const folded = foldCampaignDecisions(decisions, {
    startsAt: Number(row.starts_at),
    deadline: Number(row.deadline),
    now,
  });
  const { startedAt, endedAt } = folded;
  return {
    row,
    decisions,
    folded,
    campaign: {
      id: row.id,
      title: row.title,
      why: row.why,
      ownerRef: row.owner_ref,
      scorecardRef: row.scorecard_ref,
      target: JSON.parse(row.target),
      ...(row.applies_to !== null && { appliesTo: JSON.parse(row.applies_to) }),
      ...(row.kind !== null && { kind: row.kind }),
      state: folded.state,
      startsAt: isoTime(row.starts_at),
      deadline: isoTime(row.deadline),
      reminders: JSON.parse(row.reminders),
      draftedBy: row.drafted_by,
      draftedAt: isoTime(row.drafted_at),
      draftedThrough: decisions[0]?.principal ?? 'unknown',
      ...(startedAt !== undefined && { startedAt: isoTime(startedAt) }),
      ...(endedAt !== undefined && { endedAt: isoTime(endedAt) }),
    },
  };
}
