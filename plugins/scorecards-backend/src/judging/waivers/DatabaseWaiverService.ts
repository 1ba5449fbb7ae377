import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  foldWaiverDecisions,
  judgeWaiverMove,
  sidesApprovedByAsking,
  Waiver,
  WAIVER_SIDES,
  WaiverActor,
  WaiverMove,
} from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { Clock } from '@fairlead/bulk-sql';
import { isolated } from '@fairlead/bidi-text';
import { isoTime } from '../../database/isoTime';
import { lockEntities } from '../../database/lockEntities';
import { markDue } from '../../database/markDue';
import { DbWaiverRow } from '../../database/tables';
import { DecisionLog, NewDecision } from '../decisions/DecisionLog';
import {
  ScorecardDefinitions,
  ScorecardInForce,
} from '../definitions/ScorecardDefinitions';
import { unknownEntity } from '../../catalog/visibility';
import { assertShare } from './assertShare';
import { CURRENT_STATES, expireWaivers } from './expireWaivers';
import { parseExpiry, parseReason } from './parseWaiverRequest';
import {
  readOwners,
  readWaivers,
  toWaiver,
  WaiverOwners,
  withoutDecisions,
} from './readWaivers';
import { refuseMove } from './refuseMove';
import { unknownScorecard, unknownWaiver } from './unknown';
import { WaiverRequest, WaiverService } from './WaiverService';

export interface DatabaseWaiverServiceOptions {
  clock?: Clock;
  db: Knex;
  definitions: ScorecardDefinitions;
  log: DecisionLog;
  /** Called after a waiver changed. */
  onChange?: () => void;
}

/** The states of a waiver that nobody has decided yet. */
const OPEN_STATES: DbWaiverRow['state'][] = ['requested', 'renewing'];

export class DatabaseWaiverService implements WaiverService {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #options: DatabaseWaiverServiceOptions;

  static create(options: DatabaseWaiverServiceOptions): DatabaseWaiverService {
    return new DatabaseWaiverService(options);
  }

  private constructor(options: DatabaseWaiverServiceOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#options = options;
  }

  async request(
    options: WaiverRequest & { actor: WaiverActor },
  ): Promise<Waiver> {
    const { actor } = options;
    const now = this.#clock();
    const id = randomUUID();
    const row: DbWaiverRow = {
      id,
      scorecard_ref: options.scorecardRef,
      check_id: options.checkId,
      entity_ref: options.entityRef,
      reason: parseReason(options.reason),
      state: options.renews ? 'renewing' : 'requested',
      requested_by: actor.ref,
      requested_at: now,
      expires_at: parseExpiry(options.expiresAt, now),
      request_id: options.requestId ?? null,
      renews: options.renews ?? null,
      reminded_at: null,
    };
    const scorecard = await this.#requireCheck(options);
    const owners = await this.#requireOwners(options);
    const sides = WAIVER_SIDES.map(side => ({ side, ownerRef: owners[side] }));
    const entry = {
      subjectId: id,
      actor: actor.ref,
      principal: actor.principal,
      at: now,
    };
    const entries: NewDecision[] = [
      { ...entry, move: 'ask', side: null, reason: row.reason },
      ...sidesApprovedByAsking(sides, actor).map(side => ({
        ...entry,
        move: 'approve',
        side,
        reason: null,
      })),
    ];
    await this.#insert(row, entries, scorecard);
    this.#options.onChange?.();
    return withoutDecisions(
      toWaiver(row, {
        decisions: entries.map(readEntry),
        now,
        owners,
      }),
    );
  }

  async decide(options: {
    id: string;
    decision: WaiverMove;
    reason?: string;
    actor: WaiverActor;
  }): Promise<Waiver> {
    const { id } = options;
    const found = await this.#db<DbWaiverRow>('waivers').where({ id }).first();
    if (!found) {
      throw unknownWaiver(id);
    }
    const decided = await this.#db.transaction(async tx => {
      await lockEntities(tx, [found.entity_ref]);
      return this.#decideLocked(tx, options);
    });
    this.#options.onChange?.();
    return decided;
  }

  /** The entity's lock is held: what is read here is what the decision is added to. */
  async #decideLocked(
    tx: Knex.Transaction,
    options: {
      id: string;
      decision: WaiverMove;
      reason?: string;
      actor: WaiverActor;
    },
  ): Promise<Waiver> {
    const { id, actor, decision } = options;
    const { log } = this.#options;
    const now = this.#clock();
    const rows = await tx<DbWaiverRow>('waivers').where({ id });
    const [waiver] = await readWaivers(rows, { db: tx, log, now });
    if (!waiver) {
      throw unknownWaiver(id);
    }
    const verdict = judgeWaiverMove(waiver, decision, actor);
    if (verdict.refusal !== undefined) {
      throw refuseMove(verdict.refusal, waiver, decision);
    }
    const entries = verdict.roles.map(
      (side): NewDecision => ({
        subjectId: id,
        move: decision,
        side,
        actor: actor.ref,
        principal: actor.principal,
        reason: readDecisionReason(decision, options.reason),
        at: now,
      }),
    );
    const decisions = [...waiver.decisions, ...entries.map(readEntry)];
    const { state } = foldWaiverDecisions(decisions, {
      expiresAt: Date.parse(waiver.expiresAt),
      now,
    });
    if (state === 'approved' && waiver.renews !== undefined) {
      await this.#end(tx, waiver.renews, entries[0]);
    }
    await log.append(tx, 'waiver', entries);
    if (state !== 'requested') {
      await tx<DbWaiverRow>('waivers').where({ id }).update({ state });
    }
    await markDue(tx, { entityRefs: [waiver.entityRef], now });
    const changed = await tx<DbWaiverRow>('waivers').where({ id });
    const [after] = await readWaivers(changed, { db: tx, log, now });
    return withoutDecisions(after);
  }

  /** Ends a waiver in force, because the one that renews it takes its place. */
  async #end(
    tx: Knex.Transaction,
    id: string,
    entry: NewDecision,
  ): Promise<void> {
    const ended = await tx<DbWaiverRow>('waivers')
      .where({ id, state: 'approved' })
      .update({ state: 'renewed' });
    if (ended > 0) {
      await this.#options.log.append(tx, 'waiver', [
        { ...entry, subjectId: id, move: 'renew', side: null, reason: null },
      ]);
    }
  }

  async #insert(
    row: DbWaiverRow,
    entries: readonly NewDecision[],
    scorecard: ScorecardInForce,
  ): Promise<void> {
    const now = Number(row.requested_at);
    await this.#db.transaction(async tx => {
      await lockEntities(tx, [row.entity_ref, row.scorecard_ref]);
      await expireWaivers(tx, now);
      const current = await tx<DbWaiverRow>('waivers')
        .where({
          entity_ref: row.entity_ref,
          scorecard_ref: row.scorecard_ref,
          check_id: row.check_id,
        })
        .whereIn('state', CURRENT_STATES);
      assertFree(row, current);
      if (row.renews === null) {
        await assertShare(tx, scorecard, { checkId: row.check_id, now });
      }
      await tx<DbWaiverRow>('waivers').insert(row);
      await this.#options.log.append(tx, 'waiver', entries);
      await markDue(tx, { entityRefs: [row.entity_ref], now });
    });
  }

  async #requireCheck(options: {
    scorecardRef: string;
    checkId: string;
  }): Promise<ScorecardInForce> {
    const { scorecardRef, checkId } = options;
    const scorecard = await this.#options.definitions.get(scorecardRef);
    if (!scorecard) {
      throw unknownScorecard(scorecardRef);
    }
    if (!scorecard.definition.spec.checks.some(({ id }) => id === checkId)) {
      throw new NotFoundError(
        isolated`Scorecard '${scorecardRef}' has no check '${checkId}'`,
      );
    }
    return scorecard;
  }

  async #requireOwners(options: {
    scorecardRef: string;
    entityRef: string;
  }): Promise<WaiverOwners> {
    const { entityRef, scorecardRef } = options;
    const owners = await readOwners(this.#db, [entityRef, scorecardRef]);
    if (!owners.has(entityRef)) {
      throw unknownEntity(entityRef);
    }
    const entityOwner = owners.get(entityRef) ?? null;
    const scorecardOwner = owners.get(scorecardRef) ?? null;
    if (entityOwner === null || scorecardOwner === null) {
      throw new InputError(
        isolated`'${
          entityOwner === null ? entityRef : scorecardRef
        }' has no owner who could approve a waiver; give it one first`,
      );
    }
    return { 'entity-owner': entityOwner, 'scorecard-owner': scorecardOwner };
  }
}

/** Throws a ConflictError where a check of an entity has a waiver already, or none that could be renewed. */
function assertFree(row: DbWaiverRow, current: readonly DbWaiverRow[]): void {
  if (row.renews === null && current.length > 0) {
    throw new ConflictError(
      isolated`Check '${row.check_id}' of '${row.scorecard_ref}' already has a waiver for '${row.entity_ref}', asked for or in force`,
    );
  }
  if (row.renews === null) {
    return;
  }
  if (
    !current.some(({ id, state }) => id === row.renews && state === 'approved')
  ) {
    throw new ConflictError(
      isolated`Waiver '${row.renews}' is not in force for check '${row.check_id}' of '${row.scorecard_ref}' on '${row.entity_ref}'; ask for a new one without 'renews'`,
    );
  }
  if (current.some(({ state }) => OPEN_STATES.includes(state))) {
    throw new ConflictError(
      isolated`Somebody has already asked to renew waiver '${row.renews}'`,
    );
  }
}

/** Throws an InputError where the decision needs a reason and has none. */
function readDecisionReason(
  decision: WaiverMove,
  text: string | undefined,
): string | null {
  const reason = text?.trim() ?? '';
  if (reason === '' && (decision === 'reject' || decision === 'revoke')) {
    throw new InputError(`'reason' is needed to ${decision} a waiver`);
  }
  return reason === '' ? null : parseReason(reason);
}

function readEntry({ subjectId: _, at, ...entry }: NewDecision) {
  return { ...entry, at: isoTime(at) };
}
