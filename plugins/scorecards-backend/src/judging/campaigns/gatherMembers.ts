import { compileCampaignFilter } from '@fairlead/backstage-plugin-scorecards-common';
import { createPauses } from '@fairlead/background-work';
import { insertRows } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { lockEntities } from '../../database/lockEntities';
import { noteChange } from './noteChange';
import { DbCampaignRow } from './tables';

const PAGE_SIZE = 500;

interface Row {
  entity_ref: string;
  member: string | null;
  entity?: string;
}

/**
 * Brings the entities that a campaign meets up to date: those that its scorecard judges and its filter tells. Page by
 * page, so that it may be killed half-way and go on with the next run; writes on change only.
 */
export async function gatherMembers(
  db: Knex,
  campaign: DbCampaignRow,
  options: { signal?: AbortSignal } = {},
): Promise<void> {
  const appliesTo =
    campaign.applies_to === null ? undefined : JSON.parse(campaign.applies_to);
  const isMet = compileCampaignFilter(appliesTo);
  const pauses = createPauses();
  let after = '';
  let rows: Row[];
  do {
    options.signal?.throwIfAborted();
    const query = db('results as r')
      .leftJoin('campaign_entities as m', on =>
        on
          .on('m.entity_ref', 'r.entity_ref')
          .andOnVal('m.campaign_id', campaign.id),
      )
      .where('r.scorecard_ref', campaign.scorecard_ref)
      .where('r.entity_ref', '>', after)
      .orderBy('r.entity_ref')
      .limit(PAGE_SIZE)
      .select<Row[]>('r.entity_ref', 'm.campaign_id as member');
    if (appliesTo !== undefined) {
      query
        .join('entities as e', 'e.entity_ref', 'r.entity_ref')
        .select('e.entity');
    }
    rows = await query;
    const joining: string[] = [];
    const leaving: string[] = [];
    for (const row of rows) {
      await pauses.ifDue();
      const isMember = row.member !== null;
      const belongs = row.entity === undefined || isMet(JSON.parse(row.entity));
      if (belongs !== isMember) {
        (belongs ? joining : leaving).push(row.entity_ref);
      }
    }
    await change(db, campaign, { joining, leaving });
    after = rows.at(-1)?.entity_ref ?? after;
  } while (rows.length === PAGE_SIZE);

  const gone: string[] = await db('campaign_entities as m')
    .where('m.campaign_id', campaign.id)
    .whereNotExists(
      db('results as r')
        .select(db.raw('1'))
        .where('r.scorecard_ref', campaign.scorecard_ref)
        .whereRaw('r.entity_ref = m.entity_ref'),
    )
    .orderBy('m.entity_ref')
    .pluck('m.entity_ref');
  for (let start = 0; start < gone.length; start += PAGE_SIZE) {
    const leaving = gone.slice(start, start + PAGE_SIZE);
    await change(db, campaign, { joining: [], leaving });
  }
}

async function change(
  db: Knex,
  { id }: DbCampaignRow,
  { joining, leaving }: { joining: string[]; leaving: string[] },
): Promise<void> {
  const changed = [...joining, ...leaving];
  if (changed.length === 0) {
    return;
  }
  await db.transaction(async tx => {
    const existing = await lockEntities(tx, changed);
    await insertRows(tx, {
      table: 'campaign_entities',
      columns: { campaign_id: 'text', entity_ref: 'text' },
      rows: joining
        .filter(ref => existing.has(ref))
        .map(ref => ({ campaign_id: id, entity_ref: ref })),
      onConflict: { key: ['campaign_id', 'entity_ref'], ignore: true },
    });
    await tx('campaign_entities')
      .where('campaign_id', id)
      .whereIn('entity_ref', leaving)
      .delete();
    await noteChange(tx, changed);
  });
}
