import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  Campaign,
  CampaignActor,
  CampaignDraft,
  CampaignMoveRequest,
  CampaignPause,
  describePause,
  judgeCampaignMove,
  ownsCampaigns,
} from '@fairlead/backstage-plugin-scorecards-common';
import { isolated } from '@fairlead/bidi-text';
import { Clock } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { isoTime } from '../../database/isoTime';
import { DbEntityRow } from '../../database/tables';
import { DecisionLog, NewDecision } from '../decisions/DecisionLog';
import { ScorecardDefinitions } from '../definitions/ScorecardDefinitions';
import { unknownScorecard } from '../waivers/unknown';
import {
  CampaignCaller,
  CampaignService,
  MovedCampaign,
} from './CampaignService';
import { gatherMembers } from './gatherMembers';
import { noteChange } from './noteChange';
import { TEAM_PREFIX } from './owners';
import { parseDraft } from './parseDraft';
import { readCampaigns, ReadCampaign, toCampaign } from './readCampaigns';
import { refuseFull, refuseMove } from './refuseMove';
import { entitiesOfTeams, settleTeams } from './settleTeams';
import { DbCampaignRow, DbCampaignTeamRow } from './tables';
import { isFull, lockTeams, readTeamLoad } from './teamLoad';
import { unknownCampaign } from './unknownCampaign';

export interface DatabaseCampaignServiceOptions {
  clock?: Clock;
  db: Knex;
  definitions: ScorecardDefinitions;
  /** The kinds that somebody configured. */
  kinds: readonly string[];
  log: DecisionLog;
}

type Request = Exclude<CampaignMoveRequest, { move: 'issue' }>;

/** One move under way, with the lock of the teams held. */
interface Move {
  tx: Knex.Transaction;
  read: ReadCampaign;
  caller: CampaignCaller;
  now: number;
  /** The entities whose due dates the move changes. */
  touched: Set<string>;
  paused: MovedCampaign['paused'];
}

export class DatabaseCampaignService implements CampaignService {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #options: DatabaseCampaignServiceOptions;

  static create(
    options: DatabaseCampaignServiceOptions,
  ): DatabaseCampaignService {
    return new DatabaseCampaignService(options);
  }

  private constructor(options: DatabaseCampaignServiceOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#options = options;
  }

  async draft(draft: CampaignDraft, actor: CampaignActor): Promise<Campaign> {
    const now = this.#clock();
    const scorecard = await this.#options.definitions.get(draft.scorecardRef);
    if (!scorecard) {
      throw unknownScorecard(draft.scorecardRef);
    }
    const { startsAt, deadline, reminders } = parseDraft(draft, {
      definition: scorecard.definition,
      now,
    });
    this.#assertKind(draft.kind);
    await this.#assertOwner(draft.ownerRef, actor);
    const row: DbCampaignRow = {
      id: randomUUID(),
      title: draft.title,
      why: draft.why,
      owner_ref: draft.ownerRef,
      scorecard_ref: draft.scorecardRef,
      target: JSON.stringify(draft.target),
      applies_to:
        draft.appliesTo === undefined ? null : JSON.stringify(draft.appliesTo),
      kind: draft.kind ?? null,
      state: 'draft',
      starts_at: startsAt,
      deadline,
      reminders: JSON.stringify(reminders),
      drafted_by: actor.ref,
      drafted_at: now,
    };
    const entry = this.#entry(row.id, 'draft', actor, { at: now });
    await this.#db.transaction(async tx => {
      await tx<DbCampaignRow>('campaigns').insert(row);
      await this.#options.log.append(tx, 'campaign', [entry]);
    });
    const { subjectId: _, at, ...decision } = entry;
    return toCampaign(row, [{ ...decision, at: isoTime(at) }], now).campaign;
  }

  async move(
    id: string,
    request: Request,
    caller: CampaignCaller,
  ): Promise<MovedCampaign> {
    const found = await this.#require(this.#db, id);
    this.#assertMove(found, request, caller);
    if (request.move === 'start') {
      // Ahead of the lock, since it looks at every entity; they are due for nothing before the start.
      await gatherMembers(this.#db, found.row);
    }
    return this.#db.transaction(async tx => {
      await lockTeams(tx);
      const read = await this.#require(tx, id);
      this.#assertMove(read, request, caller);
      const move: Move = {
        tx,
        read,
        caller,
        now: this.#clock(),
        touched: new Set(),
        paused: [],
      };
      const waiting = await this.#make(move, request);
      await noteChange(tx, move.touched);
      const { campaign } = await this.#require(tx, id);
      return { campaign, paused: move.paused, waiting };
    });
  }

  /** Answers the teams that have no room. */
  async #make(move: Move, request: Request): Promise<string[]> {
    switch (request.move) {
      case 'schedule':
        await this.#setState(move, 'scheduled');
        await this.#note(move, 'schedule');
        return [];
      case 'start':
        return this.#start(move, request.pauses ?? []);
      case 'pause':
        await this.#pause(move, move.read, {
          ...request,
          campaignId: move.read.row.id,
        });
        return [];
      case 'resume':
        await this.#resume(move, request.teamRef, request.pauses ?? []);
        return [];
      default:
        await this.#setState(move, 'ended');
        await this.#note(move, 'end', { reason: request.reason ?? null });
        await this.#touch(move, 'all');
        return [];
    }
  }

  async #start(move: Move, pauses: CampaignPause[]): Promise<string[]> {
    const { tx, read, now, caller } = move;
    await this.#pauseOthers(move, pauses);
    await this.#setState(move, 'active');
    await this.#note(move, 'start');
    const settled = await settleTeams(tx, {
      campaignId: read.row.id,
      paused: new Set(read.folded.paused.keys()),
      now,
    });
    const joined = settled.changed;
    const inVain = pauses.find(({ teamRef }) => !joined.includes(teamRef));
    if (inVain) {
      throw new InputError(
        isolated`The campaign meets no entity of '${inVain.teamRef}', so nothing has to pause for it`,
      );
    }
    if (joined.length + settled.withoutTeam === 0) {
      if (settled.waiting.length === 0) {
        throw new ConflictError(
          isolated`Campaign '${read.row.id}' meets no entity; draft one with a wider 'appliesTo'`,
        );
      }
      throw refuseFull(
        settled.waiting,
        await readTeamLoad(tx, settled.waiting, {
          now,
          without: read.row.id,
        }),
        caller.scorecards,
      );
    }
    await this.#touch(move, 'all');
    return settled.waiting;
  }

  async #resume(
    move: Move,
    teamRef: string,
    pauses: CampaignPause[],
  ): Promise<void> {
    const { tx, read, now, caller } = move;
    const { id } = read.row;
    const key = { campaign_id: id, team_ref: teamRef };
    const standing = await tx<DbCampaignTeamRow>('campaign_teams')
      .where(key)
      .first();
    if (!standing || standing.state === 'active') {
      throw new ConflictError(
        isolated`Campaign '${id}' neither pauses nor waits for '${teamRef}'`,
      );
    }
    await this.#pauseOthers(move, pauses);
    const load = await readTeamLoad(tx, [teamRef], { now, without: id });
    if (isFull(load, teamRef)) {
      throw refuseFull([teamRef], load, caller.scorecards);
    }
    await tx<DbCampaignTeamRow>('campaign_teams')
      .where(key)
      .update({ state: 'active', told_at: null });
    await this.#note(move, 'resume', { side: teamRef });
    await this.#touch(move, [teamRef]);
  }

  async #pauseOthers(move: Move, pauses: CampaignPause[]): Promise<void> {
    for (const pause of pauses) {
      if (pause.campaignId === move.read.row.id) {
        throw new InputError(
          "'pauses' names other campaigns; this one is to have room",
        );
      }
      const other = await this.#require(move.tx, pause.campaignId);
      await this.#pause(move, other, pause);
      move.paused.push({
        campaign: other.campaign,
        teamRef: pause.teamRef,
        reason: describePause(pause),
      });
    }
  }

  /** Pauses a campaign for a team. */
  async #pause(
    { tx, caller, now, touched }: Move,
    { row, campaign }: ReadCampaign,
    pause: CampaignPause,
  ): Promise<void> {
    const { teamRef } = pause;
    const paused =
      campaign.state === 'active' &&
      (await tx<DbCampaignTeamRow>('campaign_teams')
        .where({ campaign_id: row.id, team_ref: teamRef })
        .whereNot('state', 'paused')
        .update({ state: 'paused', told_at: null }));
    if (!paused) {
      throw new ConflictError(
        isolated`Campaign '${row.id}' is not active for '${teamRef}', so it cannot pause for it`,
      );
    }
    await this.#options.log.append(tx, 'campaign', [
      this.#entry(row.id, 'pause', caller.actor, {
        side: teamRef,
        reason: describePause(pause),
        at: now,
      }),
    ]);
    for (const ref of await entitiesOfTeams(tx, row.id, [teamRef])) {
      touched.add(ref);
    }
  }

  async #touch(
    { tx, read, touched }: Move,
    teams: readonly string[] | 'all',
  ): Promise<void> {
    for (const ref of await entitiesOfTeams(tx, read.row.id, teams)) {
      touched.add(ref);
    }
  }

  async #setState(
    { tx, read }: Move,
    state: DbCampaignRow['state'],
  ): Promise<void> {
    await tx<DbCampaignRow>('campaigns')
      .where('id', read.row.id)
      .update({ state });
  }

  async #note(
    { tx, read, caller, now }: Move,
    name: Request['move'],
    more: { side?: string; reason?: string | null } = {},
  ): Promise<void> {
    await this.#options.log.append(tx, 'campaign', [
      this.#entry(read.row.id, name, caller.actor, { ...more, at: now }),
    ]);
  }

  #entry(
    subjectId: string,
    move: string,
    actor: CampaignActor,
    more: { side?: string; reason?: string | null; at: number },
  ): NewDecision {
    return {
      subjectId,
      move,
      side: null,
      actor: actor.ref,
      principal: actor.principal,
      reason: null,
      ...more,
    };
  }

  async #require(db: Knex, id: string): Promise<ReadCampaign> {
    const rows = await db<DbCampaignRow>('campaigns').where({ id });
    const [read] = await readCampaigns(rows, {
      db,
      log: this.#options.log,
      now: this.#clock(),
    });
    if (!read) {
      throw unknownCampaign(id);
    }
    return read;
  }

  #assertMove(
    { campaign }: ReadCampaign,
    { move }: Request,
    { actor }: CampaignCaller,
  ): void {
    const refusal = judgeCampaignMove(campaign, move, actor, this.#clock());
    if (refusal !== undefined) {
      throw refuseMove(refusal, campaign, move);
    }
  }

  #assertKind(kind: string | undefined): void {
    const { kinds } = this.#options;
    if (kind !== undefined && !kinds.includes(kind)) {
      throw new InputError(
        isolated`'kind' is one of 'scorecards.campaigns.kinds' of the configuration${
          kinds.length > 0 ? ` (${kinds.join(', ')})` : ', which has none'
        }, not '${kind}'`,
      );
    }
  }

  async #assertOwner(ownerRef: string, actor: CampaignActor): Promise<void> {
    if (!ownsCampaigns(ownerRef, actor)) {
      throw new NotAllowedError(
        isolated`You may draft campaigns for groups that you belong to, which '${ownerRef}' is not`,
      );
    }
    const owner =
      ownerRef.startsWith(TEAM_PREFIX) &&
      (await this.#db<DbEntityRow>('entities')
        .where('entity_ref', ownerRef)
        .first('entity_ref'));
    if (!owner) {
      throw new NotFoundError(
        isolated`There is no group '${ownerRef}' that could answer for a campaign`,
      );
    }
  }
}
