import {
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  asUser,
  assertAllowed,
  ForCaller,
  ForUser,
  readActor,
} from '@fairlead/backend-routes';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  Campaign,
  CampaignActor,
  CampaignDetailsResponse,
  CampaignDraft,
  CampaignMoveRequest,
  CampaignPreviewResponse,
  CampaignTeam,
  judgeCampaignMove,
  Page,
  scorecardsCampaignCreatePermission,
  scorecardsCampaignUpdateAnyPermission,
  scorecardsCampaignUpdatePermission,
} from '@fairlead/backstage-plugin-scorecards-common';
import { Clock, whereOneOf } from '@fairlead/bulk-sql';
import { restrictToVisible } from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { Visibility, VisibilityService } from '../../catalog/visibility';
import { DecisionLog } from '../decisions/DecisionLog';
import { ScorecardDefinitions } from '../definitions/ScorecardDefinitions';
import { ScorecardVersionCache } from '../definitions/ScorecardVersionCache';
import { unknownScorecard } from '../waivers/unknown';
import { CampaignService } from './CampaignService';
import { CampaignIssues } from './issues';
import { CampaignFilter, listCampaigns } from './listCampaigns';
import { CampaignNotices } from './notices';
import { assertTarget } from './parseDraft';
import {
  CampaignProgressReader,
  TeamProgress,
} from './progress/CampaignProgressReader';
import { previewCampaign } from './progress/previewCampaign';
import { emptyStanding } from './progress/standing';
import { readCampaigns, ReadCampaign } from './readCampaigns';
import { refuseMove } from './refuseMove';
import { DbCampaignRow, DbCampaignTeamRow } from './tables';
import { readTeamLoad } from './teamLoad';
import { unknownCampaign } from './unknownCampaign';

export interface AuthorizedCampaignsOptions {
  clock?: Clock;
  db: Knex;
  definitions: ScorecardDefinitions;
  issues: CampaignIssues;
  log: DecisionLog;
  notices: CampaignNotices;
  permissions: PermissionsService;
  service: CampaignService;
  userInfo: UserInfoService;
  versions: ScorecardVersionCache;
  visibility: VisibilityService;
}

/** How a team stands that owns nothing that the caller may see. */
const NOTHING: TeamProgress = {
  ...emptyStanding(),
  series: [],
  regressions: [],
};

/** Campaigns for callers from outside: of scorecards, teams and entities that they may see, and no others. */
export class AuthorizedCampaigns {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #options: AuthorizedCampaignsOptions;
  readonly #progress: CampaignProgressReader;

  static create(options: AuthorizedCampaignsOptions): AuthorizedCampaigns {
    return new AuthorizedCampaigns(options);
  }

  private constructor(options: AuthorizedCampaignsOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#options = options;
    this.#progress = new CampaignProgressReader(options);
  }

  async list(
    query: CampaignFilter & { limit: number; cursor?: string },
    caller: ForCaller,
  ): Promise<Page<Campaign>> {
    const { limit, cursor, ...filter } = query;
    return listCampaigns({
      db: this.#db,
      filter,
      limit,
      cursor,
      log: this.#options.log,
      now: this.#clock(),
      visibility: await this.#options.visibility.ofCatalog(caller),
    });
  }

  async get(
    id: string,
    options: { limit: number; teamRef?: string },
    caller: ForCaller,
  ): Promise<CampaignDetailsResponse> {
    const visibility = await this.#options.visibility.ofCatalog(caller);
    return this.#describe(
      await this.#requireVisible(id, visibility),
      visibility,
      options,
    );
  }

  async preview(
    draft: Pick<CampaignDraft, 'appliesTo' | 'scorecardRef' | 'target'>,
    caller: ForCaller & { signal?: AbortSignal },
  ): Promise<CampaignPreviewResponse> {
    const visibility = await this.#options.visibility.ofCatalog(caller);
    const scorecard = await this.#requireScorecard(
      draft.scorecardRef,
      visibility,
    );
    assertTarget(draft, scorecard.definition);
    return previewCampaign({
      db: this.#db,
      draft,
      now: this.#clock(),
      signal: caller.signal,
      versions: this.#options.versions,
      visibility,
    });
  }

  async draft(draft: CampaignDraft, caller: ForUser): Promise<Campaign> {
    await assertAllowed(
      this.#options.permissions,
      scorecardsCampaignCreatePermission,
      caller,
    );
    const visibility = await this.#options.visibility.ofCatalog(caller);
    await this.#requireScorecard(draft.scorecardRef, visibility);
    return this.#options.service.draft(draft, await this.#readActor(caller));
  }

  async move(
    id: string,
    request: CampaignMoveRequest,
    caller: ForUser,
  ): Promise<CampaignDetailsResponse> {
    const { issues, notices, permissions, service } = this.#options;
    await assertAllowed(
      permissions,
      scorecardsCampaignUpdatePermission,
      caller,
    );
    const visibility = await this.#options.visibility.ofCatalog(caller);
    const read = await this.#requireVisible(id, visibility);
    const actor = await this.#readActor(caller);
    if (request.move === 'issue') {
      const refusal = judgeCampaignMove(
        read.campaign,
        request.move,
        actor,
        this.#clock(),
      );
      if (refusal !== undefined) {
        throw refuseMove(refusal, read.campaign, request.move);
      }
      await issues.open(read, request.teamRef);
    } else {
      if ('pauses' in request) {
        for (const { campaignId } of request.pauses ?? []) {
          await this.#requireVisible(campaignId, visibility);
        }
      }
      const moved = await service.move(id, request, {
        actor,
        scorecards: visibility.scorecards,
      });
      await notices.moved(moved, actor.ref);
    }
    return this.#describe(
      await this.#requireVisible(id, visibility),
      visibility,
      { limit: 100 },
    );
  }

  async #describe(
    read: ReadCampaign,
    visibility: Visibility,
    options: { limit: number; teamRef?: string },
  ): Promise<CampaignDetailsResponse> {
    const { issues } = this.#options;
    const now = this.#clock();
    const standing: DbCampaignTeamRow[] = await this.#db<DbCampaignTeamRow>(
      'campaign_teams',
    ).where('campaign_id', read.row.id);
    const states = new Map(standing.map(row => [row.team_ref, row.state]));
    const sides = read.decisions.flatMap(({ side }) => side ?? []);
    const visible = await this.#listVisible(
      [...states.keys(), ...sides],
      visibility,
    );
    const { all, teams } = await this.#progress.read(read, {
      isNamed: teamRef => visible.has(teamRef),
      now,
      visibility,
    });
    for (const teamRef of states.keys()) {
      if (visible.has(teamRef) && !teams.has(teamRef)) {
        teams.set(teamRef, NOTHING);
      }
    }
    const chosen = [...teams]
      .filter(
        ([teamRef]) =>
          options.teamRef === undefined || teamRef === options.teamRef,
      )
      .sort(byNeed);
    const shown = chosen.slice(0, options.limit);
    const refs = shown.flatMap(([teamRef]) => teamRef ?? []);
    const [opened, load] = await Promise.all([
      issues.list(read.row.id, refs),
      readTeamLoad(
        this.#db,
        refs.filter(ref => states.get(ref) === 'waiting'),
        { now, without: read.row.id },
      ),
    ]);
    const isVisible = (scorecardRef: string) =>
      sees(visibility.scorecards, scorecardRef);
    const via = issues.openerOf(read.row)?.via;
    return {
      ...read.campaign,
      progress: all,
      teams: shown.map(([teamRef, progress]): CampaignTeam => {
        const issue = teamRef === null ? undefined : opened.get(teamRef);
        const active = teamRef === null ? undefined : load.get(teamRef);
        return {
          ...progress,
          teamRef,
          state: (teamRef !== null && states.get(teamRef)) || 'active',
          ...(active && {
            activeElsewhere: active
              .filter(other => isVisible(other.scorecardRef))
              .map(({ id, title }) => ({ id, title })),
          }),
          ...(issue && { issue }),
        };
      }),
      totalTeams: chosen.length,
      ...(via && { issues: via }),
      decisions: read.decisions.filter(
        ({ side }) => side === null || visible.has(side),
      ),
    };
  }

  /** The teams among these that the caller may see in the catalog. */
  async #listVisible(
    teamRefs: readonly string[],
    visibility: Visibility,
  ): Promise<Set<string>> {
    const query = this.#db('entities as e');
    whereOneOf(query, 'e.entity_ref', [...new Set(teamRefs)]);
    restrictToVisible(query, visibility.entities);
    return new Set(await query.pluck('e.entity_ref'));
  }

  async #requireVisible(
    id: string,
    visibility: Visibility,
  ): Promise<ReadCampaign> {
    const rows = await this.#db<DbCampaignRow>('campaigns').where({ id });
    const [read] = await readCampaigns(rows, {
      db: this.#db,
      log: this.#options.log,
      now: this.#clock(),
    });
    if (!read || !sees(visibility.scorecards, read.row.scorecard_ref)) {
      throw unknownCampaign(id);
    }
    return read;
  }

  async #requireScorecard(scorecardRef: string, visibility: Visibility) {
    const scorecard = await this.#options.definitions.get(scorecardRef);
    if (!scorecard || !sees(visibility.scorecards, scorecardRef)) {
      throw unknownScorecard(scorecardRef);
    }
    return scorecard;
  }

  async #readActor({ credentials }: ForUser): Promise<CampaignActor> {
    const [{ userEntityRef, ownershipEntityRefs }, [decision]] =
      await Promise.all([
        this.#options.userInfo.getUserInfo(credentials),
        this.#options.permissions.authorize(
          [{ permission: scorecardsCampaignUpdateAnyPermission }],
          asUser(credentials),
        ),
      ]);
    return {
      ref: userEntityRef,
      ownershipRefs: ownershipEntityRefs,
      principal: readActor(credentials).byAgent ? 'agent' : 'user',
      isAdministrator: decision.result === AuthorizeResult.ALLOW,
    };
  }
}

function sees(scorecards: Visibility['scorecards'], ref: string): boolean {
  return scorecards === 'all' || scorecards.includes(ref);
}

/** Furthest behind first, then those with most left. */
function byNeed(
  [aRef, a]: [string | null, TeamProgress],
  [bRef, b]: [string | null, TeamProgress],
): number {
  return (
    behind(b) - behind(a) ||
    left(b) - left(a) ||
    (aRef ?? '').localeCompare(bRef ?? '')
  );
}

function behind({ series }: TeamProgress): number {
  const last = series.at(-1);
  return last ? Math.max(0, last.promised - last.pass) : 0;
}

function left({ checks }: TeamProgress): number {
  return checks.fail + checks.unknown;
}
