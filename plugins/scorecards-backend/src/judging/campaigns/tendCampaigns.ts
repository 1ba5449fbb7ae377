import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import { Knex } from 'knex';
import { SEES_ALL } from '../../catalog/visibility';
import { DecisionLog } from '../decisions/DecisionLog';
import { ScorecardVersionCache } from '../definitions/ScorecardVersionCache';
import { gatherMembers } from './gatherMembers';
import { CampaignIssues } from './issues';
import { noteChange } from './noteChange';
import { CampaignNotices, tellTeams } from './notices';
import { readStanding } from './progress/standing';
import { readCampaigns, ReadCampaign } from './readCampaigns';
import { entitiesOfTeams, settleTeams } from './settleTeams';
import { DbCampaignRow } from './tables';
import { lockTeams } from './teamLoad';

export interface TendCampaignsOptions {
  issues: CampaignIssues;
  log: DecisionLog;
  logger: LoggerService;
  notices: CampaignNotices;
  versions: ScorecardVersionCache;
}

/**
 * Does what the clock and the catalog ask of campaigns: starts what was scheduled, follows who owns what, tells teams,
 * opens issues and ends what is over. It may run twice, on two replicas, or be killed half-way: the tables end the same,
 * and nothing is written where all is as it should be. What goes wrong with one campaign holds none of the others back.
 */
export async function tendCampaigns(
  db: Knex,
  options: TendCampaignsOptions & { now: number; signal?: AbortSignal },
): Promise<void> {
  const { issues, logger, log, now, signal } = options;
  const rows: DbCampaignRow[] = await db<DbCampaignRow>('campaigns')
    .whereIn('state', ['scheduled', 'active'])
    // Those that began first have the first room.
    .orderBy(['starts_at', 'id']);
  for (const read of await readCampaigns(rows, { db, log, now })) {
    signal?.throwIfAborted();
    try {
      await tend(db, read, options);
    } catch (error) {
      logger.error(
        isolated`Campaign '${read.row.id}' could not be looked after`,
        toError(error),
      );
    }
  }
  await issues.send({ signal });
}

async function tend(
  db: Knex,
  read: ReadCampaign,
  options: TendCampaignsOptions & { now: number; signal?: AbortSignal },
): Promise<void> {
  const { issues, notices, now, signal, versions } = options;
  const { campaign, row } = read;
  if (campaign.state === 'ended') {
    const ended = await db<DbCampaignRow>('campaigns')
      .where('id', row.id)
      .whereIn('state', ['scheduled', 'active'])
      .update({ state: 'ended' });
    if (ended > 0) {
      await notices.ended(campaign);
    }
    return;
  }
  if (campaign.state !== 'active') {
    return;
  }
  await gatherMembers(db, row, { signal });
  if (!(await settle(db, row.id, options))) {
    return;
  }
  await tellTeams(db, read, {
    notices,
    now,
    readStanding: () =>
      readStanding({ db, campaign: row, versions, visibility: SEES_ALL }),
  });
  await issues.noteAll(read);
}

/** Settles teams, with the lock of all of them held. False where somebody has ended the campaign meanwhile. */
async function settle(
  db: Knex,
  campaignId: string,
  { log, now }: { log: DecisionLog; now: number },
): Promise<boolean> {
  return db.transaction(async tx => {
    await lockTeams(tx);
    const rows = await tx<DbCampaignRow>('campaigns').where('id', campaignId);
    const [read] = await readCampaigns(rows, { db: tx, log, now });
    if (read?.campaign.state !== 'active') {
      return false;
    }
    const begins = read.row.state !== 'active';
    if (begins) {
      await tx<DbCampaignRow>('campaigns')
        .where('id', campaignId)
        .update({ state: 'active' });
    }
    const { changed } = await settleTeams(tx, {
      campaignId,
      paused: new Set(read.folded.paused.keys()),
      now,
    });
    await noteChange(
      tx,
      await entitiesOfTeams(tx, campaignId, begins ? 'all' : changed),
    );
    return true;
  });
}
