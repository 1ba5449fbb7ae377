import { BackstageUserInfo } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { Waiver } from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { Clock } from '@fairlead/bulk-sql';
import { isolated } from '@fairlead/bidi-text';
import { lockEntities } from '../../database/lockEntities';
import { markDue } from '../../database/markDue';
import { DbWaiverRow } from '../../database/tables';
import { ScorecardDefinitions } from '../definitions/ScorecardDefinitions';
import { unknownEntity } from '../../catalog/visibility';
import { approve, decideWaiver, sidesOf } from './decideWaiver';
import { expireWaivers } from './expireWaivers';
import { parseExpiry, parseReason } from './parseWaiverRequest';
import { readOwners } from './readOwners';
import { readWaiver } from './readWaiver';
import { unknownScorecard, unknownWaiver } from './unknown';
import { WaiverDecision, WaiverService, WaiverSide } from './WaiverService';

export interface DatabaseWaiverServiceOptions {
  clock?: Clock;
  db: Knex;
  definitions: ScorecardDefinitions;
  /** Called after a waiver changed. */
  onChange?: () => void;
}

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

  async request(options: {
    scorecardRef: string;
    checkId: string;
    entityRef: string;
    reason: string;
    expiresAt: string;
    actor: BackstageUserInfo;
  }): Promise<Waiver> {
    const { actor } = options;
    const now = this.#clock();
    const row: DbWaiverRow = {
      id: randomUUID(),
      scorecard_ref: options.scorecardRef,
      check_id: options.checkId,
      entity_ref: options.entityRef,
      reason: parseReason(options.reason),
      state: 'requested',
      requested_by: actor.userEntityRef,
      requested_at: now,
      expires_at: parseExpiry(options.expiresAt, now),
      entity_owner_by: null,
      entity_owner_at: null,
      scorecard_owner_by: null,
      scorecard_owner_at: null,
      rejected_by: null,
      rejected_at: null,
      rejected_reason: null,
    };
    await this.#requireCheck(options);
    const sides = sidesOf(actor, await this.#requireOwners(options));
    const asked = {
      ...row,
      ...approve(row, { sides, by: actor.userEntityRef, now }),
    };
    await this.#insert(asked, now);
    this.#options.onChange?.();
    return readWaiver(asked);
  }

  async decide(options: {
    id: string;
    decision: WaiverDecision;
    reason?: string;
    actor: BackstageUserInfo;
  }): Promise<Waiver> {
    const { id } = options;
    const now = this.#clock();
    const found = await this.#db<DbWaiverRow>('waivers').where({ id }).first();
    const owners =
      found &&
      (await readOwners(this.#db, {
        entityRef: found.entity_ref,
        scorecardRef: found.scorecard_ref,
      }));
    if (!owners) {
      throw unknownWaiver(id);
    }
    const decided = await this.#db.transaction(async tx => {
      await lockEntities(tx, [found.entity_ref]);
      const row = await tx<DbWaiverRow>('waivers').where({ id }).first();
      const current = row ?? found;
      const changes = decideWaiver(current, { ...options, now, owners });
      await tx<DbWaiverRow>('waivers').where({ id }).update(changes);
      await markDue(tx, { entityRefs: [found.entity_ref], now });
      return { ...current, ...changes };
    });
    this.#options.onChange?.();
    return readWaiver(decided);
  }

  async #insert(row: DbWaiverRow, now: number): Promise<void> {
    await this.#db.transaction(async tx => {
      await lockEntities(tx, [row.entity_ref]);
      await expireWaivers(tx, now);
      const inserted = await tx<DbWaiverRow>('waivers')
        .insert(row)
        .onConflict(
          tx.raw(
            "(entity_ref, scorecard_ref, check_id) where state in ('requested', 'approved')",
          ),
        )
        .ignore()
        .returning('id');
      if (inserted.length === 0) {
        throw new ConflictError(
          isolated`Check '${row.check_id}' of '${row.scorecard_ref}' already has a waiver for '${row.entity_ref}', asked for or in force`,
        );
      }
      await markDue(tx, { entityRefs: [row.entity_ref], now });
    });
  }

  async #requireCheck(options: {
    scorecardRef: string;
    checkId: string;
  }): Promise<void> {
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
  }

  async #requireOwners(options: {
    scorecardRef: string;
    entityRef: string;
  }): Promise<Record<WaiverSide, string | null>> {
    const { entityRef, scorecardRef } = options;
    const owners = await readOwners(this.#db, { entityRef, scorecardRef });
    if (!owners) {
      throw unknownEntity(entityRef);
    }
    if (!owners['entity-owner'] || !owners['scorecard-owner']) {
      throw new InputError(
        isolated`'${
          owners['entity-owner'] ? scorecardRef : entityRef
        }' has no owner who could approve a waiver; give it one first`,
      );
    }
    return owners;
  }
}
