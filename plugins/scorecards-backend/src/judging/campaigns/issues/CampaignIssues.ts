import { ConflictError, toError } from '@backstage/errors';
import {
  CampaignIssue,
  CampaignRegression,
} from '@fairlead/backstage-plugin-scorecards-common';
import { isolated } from '@fairlead/bidi-text';
import { Clock, insertRows, whereOneOf } from '@fairlead/bulk-sql';
import { createGuardedFetch, OutgoingPolicy } from '@fairlead/guarded-fetch';
import { Knex } from 'knex';
import { SEES_ALL } from '../../../catalog/visibility';
import { isoTime } from '../../../database/isoTime';
import { CampaignProgressReader } from '../progress/CampaignProgressReader';
import { readRegressions } from '../progress/regressions';
import { teamOf } from '../owners';
import { ReadCampaign } from '../readCampaigns';
import { DbCampaignIssueRow, DbCampaignRow } from '../tables';
import { describeIssue, templateLink } from './describeIssue';
import { CampaignKind, IssueOpener } from './readCampaignKinds';
import { sendIssue } from './sendIssue';

const MINUTE = 60_000;

/** How long one replica has the sending of an issue in hand. */
const LEASE = 5 * MINUTE;

const MOST_ATTEMPTS = 10;

/** Issues that one run sends. */
const BATCH = 50;

export interface CampaignIssuesOptions {
  baseUrl: string;
  clock?: Clock;
  db: Knex;
  kinds: ReadonlyMap<string, CampaignKind>;
  outgoing: OutgoingPolicy;
  progress: CampaignProgressReader;
}

/**
 * The issues that campaigns open in a tracker: one for a team and a campaign, and only for what turned from pass to
 * fail. An issue is noted before it is sent, with all that is sent: whoever is killed in between leaves it to the next
 * run, which sends the same under the same key.
 */
export class CampaignIssues {
  readonly #clock: Clock;
  readonly #options: CampaignIssuesOptions;

  static create(options: CampaignIssuesOptions): CampaignIssues {
    return new CampaignIssues(options);
  }

  private constructor(options: CampaignIssuesOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#options = options;
  }

  /** How issues of a campaign are opened; undefined where nobody configured it. */
  openerOf({ kind }: Pick<DbCampaignRow, 'kind'>): IssueOpener | undefined {
    return kind === null ? undefined : this.#options.kinds.get(kind)?.issue;
  }

  /** Notes the issue of a team, once. Throws a ConflictError where there is nothing to open one for. */
  async open(read: ReadCampaign, teamRef: string): Promise<void> {
    const opener = this.openerOf(read.row);
    if (!opener) {
      throw new ConflictError(
        isolated`Nobody has configured how issues of campaign '${read.row.id}' are opened; set 'issue' of its kind in 'scorecards.campaigns.kinds'`,
      );
    }
    const regressions = await this.#regressions(read, [teamRef]);
    const turned = regressions.get(teamRef);
    if (!turned) {
      throw new ConflictError(
        isolated`Nothing of '${teamRef}' has turned from pass to fail since campaign '${read.row.id}' started; there is nothing to open an issue for`,
      );
    }
    await this.#note(read, opener, new Map([[teamRef, turned]]));
  }

  /** Notes the issues of all teams of which something turned to fail, where a webhook takes them. */
  async noteAll(read: ReadCampaign): Promise<void> {
    const opener = this.openerOf(read.row);
    if (opener?.via !== 'webhook') {
      return;
    }
    const active: string[] = await this.#options
      .db('campaign_teams as t')
      .where({ 't.campaign_id': read.row.id, 't.state': 'active' })
      .whereNotExists(
        this.#options
          .db('campaign_issues as i')
          .select(this.#options.db.raw('1'))
          .whereRaw(
            'i.campaign_id = t.campaign_id and i.team_ref = t.team_ref',
          ),
      )
      .pluck('t.team_ref');
    if (active.length > 0) {
      await this.#note(read, opener, await this.#regressions(read, active));
    }
  }

  /** Sends what is noted and not sent yet. Answers how many issues were opened. */
  async send(options: { signal?: AbortSignal } = {}): Promise<number> {
    const { db, outgoing } = this.#options;
    const now = this.#clock();
    const rows = await this.#lease(now);
    if (rows.length === 0) {
      return 0;
    }
    const connection = createGuardedFetch({
      limits: { maxBytes: 64 * 1024, timeout: 30_000, maxDelay: 0 },
      policy: outgoing,
      signal: options.signal,
    });
    let opened = 0;
    try {
      for (const {
        campaign_id: campaignId,
        team_ref: teamRef,
        ...row
      } of rows) {
        const after = await this.#sendOne(
          { ...row, campaignId, teamRef },
          { fetch: connection.fetch, now },
        );
        opened += after.state === 'opened' ? 1 : 0;
        await db<DbCampaignIssueRow>('campaign_issues')
          .where({ campaign_id: campaignId, team_ref: teamRef })
          .update({ ...after, attempts: row.attempts + 1 });
      }
    } finally {
      await connection.close();
    }
    return opened;
  }

  /** The issues of a campaign, by team. */
  async list(
    campaignId: string,
    teamRefs: readonly string[],
  ): Promise<Map<string, CampaignIssue>> {
    const query = this.#options
      .db<DbCampaignIssueRow>('campaign_issues')
      .where('campaign_id', campaignId);
    whereOneOf(query, 'team_ref', teamRefs);
    const rows: DbCampaignIssueRow[] = await query;
    return new Map(
      rows.map(({ team_ref: teamRef, via, state, at, url, error }) => [
        teamRef,
        {
          via,
          state,
          at: isoTime(at),
          ...(url !== null && { url }),
          ...(error !== null && { error }),
        },
      ]),
    );
  }

  async #sendOne(
    row: {
      campaignId: string;
      teamRef: string;
      kind: string | null;
      body: string | null;
      attempts: number;
    },
    options: { fetch: typeof globalThis.fetch; now: number },
  ): Promise<Partial<DbCampaignIssueRow>> {
    const opener = this.openerOf(row);
    try {
      if (opener?.via !== 'webhook') {
        throw new Error('no webhook is configured for it any more');
      }
      const url = await sendIssue(opener, {
        ...options,
        body: row.body ?? '',
        key: `${row.campaignId}/${row.teamRef}`,
      });
      return {
        state: 'opened',
        url: url ?? null,
        error: null,
        claimed_until: null,
      };
    } catch (error) {
      const { message, cause } = toError(error);
      const isLast = row.attempts + 1 >= MOST_ATTEMPTS;
      return {
        state: isLast ? 'failed' : 'pending',
        error:
          cause instanceof Error ? `${message}: ${cause.message}` : message,
        claimed_until: options.now + MINUTE * 2 ** row.attempts,
      };
    }
  }

  /** Takes issues in hand: another replica leaves them alone until the lease runs out. */
  async #lease(now: number) {
    const { db } = this.#options;
    const due = db<DbCampaignIssueRow>('campaign_issues')
      .where({ state: 'pending', via: 'webhook' })
      .where(free =>
        free.whereNull('claimed_until').orWhere('claimed_until', '<=', now),
      );
    const candidates = await due.clone().orderBy('at').limit(BATCH);
    const taken: (DbCampaignIssueRow & { kind: string | null })[] = [];
    for (const { campaign_id: campaignId, team_ref: teamRef } of candidates) {
      const [row] = await due
        .clone()
        .where({ campaign_id: campaignId, team_ref: teamRef })
        .update({ claimed_until: now + LEASE })
        .returning('*');
      if (row) {
        const campaign = await db<DbCampaignRow>('campaigns')
          .where('id', campaignId)
          .first('kind');
        taken.push({ ...row, kind: campaign?.kind ?? null });
      }
    }
    return taken;
  }

  async #regressions(read: ReadCampaign, teamRefs: readonly string[]) {
    const { db, progress } = this.#options;
    return readRegressions({
      db,
      campaign: read.row,
      checkIds: await progress.checksOf(read),
      since: read.folded.startedAt ?? this.#clock(),
      visibility: SEES_ALL,
      teamRefs,
    });
  }

  async #note(
    { campaign }: ReadCampaign,
    opener: IssueOpener,
    regressions: ReadonlyMap<string | null, CampaignRegression[]>,
  ): Promise<void> {
    const { baseUrl, db } = this.#options;
    const now = this.#clock();
    await insertRows(db, {
      table: 'campaign_issues',
      columns: {
        campaign_id: 'text',
        team_ref: 'text',
        via: 'text',
        state: 'text',
        body: 'text',
        url: 'text',
        at: 'bigint',
      },
      rows: [...regressions].flatMap(([ownerRef, turned]) => {
        const teamRef = teamOf(ownerRef);
        if (teamRef === null) {
          return [];
        }
        const subject = { campaign, teamRef, regressions: turned, baseUrl };
        const isTemplate = opener.via === 'template';
        return {
          campaign_id: campaign.id,
          team_ref: teamRef,
          via: opener.via,
          state: isTemplate ? 'opened' : 'pending',
          body: isTemplate ? null : describeIssue(subject),
          url: isTemplate ? templateLink(opener, subject) : null,
          at: now,
        };
      }),
      onConflict: { key: ['campaign_id', 'team_ref'], ignore: true },
    });
  }
}
