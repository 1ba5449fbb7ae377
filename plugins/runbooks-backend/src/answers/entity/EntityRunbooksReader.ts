import { NotFoundError } from '@backstage/errors';
import {
  CountedAlert,
  EntityRunbooks,
  summariseCoverage,
} from '@fairlead/backstage-plugin-runbooks-common';
import { Clock } from '@fairlead/bulk-sql';
import {
  assertVisibleEntity,
  unknownEntityMessage,
  VisibleEntities,
} from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import { DbAlertRow, DbRunbookEntityRow } from '../../database/tables';
import {
  createCoverageWindow,
  queryFiring,
  readFiringAlerts,
  readRunbooks,
} from '../alerts';
import { EntityStateReader } from './EntityStateReader';
import { KeptEntityRunbooks } from './EntityRunbooksAnswers';

/** Characters of JSON: that of about 5,000 entities. */
const CACHE_SIZE = 32 * 1024 * 1024;

/** Milliseconds for which an answer is kept at most: what a runbook serves besides is no state of the entity. */
const KEPT_FOR = 60_000;

/** More than a page can show. */
const MOST_FIRING = 200;

interface Read {
  response: EntityRunbooks;
  /** When the answer changes though nothing is written: an alert leaves the window. */
  expiresAt: number;
}

/**
 * Reads the runbooks of an entity. Where nothing is hidden from the caller, the answer is kept by the state of the entity:
 * one small query tells whether the one at hand still holds.
 */
export class EntityRunbooksReader {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #states: EntityStateReader;
  readonly #windowDays: number;
  readonly #answers = new LRUCache<string, KeptEntityRunbooks>({
    maxSize: CACHE_SIZE,
    sizeCalculation: ({ json }, state) => json.length + state.length,
  });

  constructor(options: { clock?: Clock; db: Knex; windowDays: number }) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#states = new EntityStateReader(options);
    this.#windowDays = options.windowDays;
  }

  async read(
    entityRef: string,
    visible: VisibleEntities,
  ): Promise<KeptEntityRunbooks> {
    if (visible !== 'all') {
      await assertVisibleEntity(this.#db, entityRef, visible);
      return toKept((await this.#readAll(entityRef, visible)).response);
    }
    const state = await this.#states.read(entityRef);
    if (state === undefined) {
      throw new NotFoundError(unknownEntityMessage(entityRef));
    }
    const kept = this.#answers.get(state);
    if (kept) {
      return kept;
    }
    const { response, expiresAt } = await this.#readAll(entityRef, visible);
    const answer = toKept(response);
    const ttl = Math.min(KEPT_FOR, expiresAt - this.#clock());
    if (ttl > 0) {
      this.#answers.set(state, answer, { ttl });
    }
    return answer;
  }

  async #readAll(entityRef: string, visible: VisibleEntities): Promise<Read> {
    const db = this.#db;
    const now = this.#clock();
    const window = createCoverageWindow(this.#windowDays, now);
    const [alerts, serving] = await Promise.all([
      db<DbAlertRow>('alerts').where('entity_ref', entityRef),
      db<DbRunbookEntityRow>('runbook_entities')
        .where('entity_ref', entityRef)
        .distinct()
        .pluck('runbook_id'),
    ]);
    const [firing, runbooks] = await Promise.all([
      readFiringAlerts(
        db,
        queryFiring(db, { visible }).where('f.entity_ref', entityRef),
        { limit: MOST_FIRING, visible },
      ),
      readRunbooks(db, [...serving, ...alerts.map(row => row.runbook_id)], {
        visible,
      }),
    ]);
    const counted = alerts.map((row): CountedAlert => {
      const runbook = row.runbook_id && runbooks.get(row.runbook_id);
      return {
        alert: row.alert,
        firesUntil: Number(row.fires_until),
        mayPageUntil: Number(row.may_page_until),
        ...(runbook && { resolves: runbook.health.resolves.state }),
      };
    });
    const leaving = counted
      .flatMap(alert => [alert.firesUntil, alert.mayPageUntil])
      .filter(until => until >= window.from)
      .map(until => until + (now - window.from));
    return {
      response: {
        entityRef,
        firing,
        runbooks: [...runbooks.values()].sort((a, b) =>
          compare([a.title, a.id], [b.title, b.id]),
        ),
        coverage: summariseCoverage(counted, window),
      },
      expiresAt: Math.min(...leaving) + 1,
    };
  }
}

function compare(a: readonly string[], b: readonly string[]): number {
  const index = a.findIndex((text, at) => text !== b[at]);
  if (index === -1) {
    return 0;
  }
  return a[index] < b[index] ? -1 : 1;
}

function toKept(response: EntityRunbooks): KeptEntityRunbooks {
  const json = JSON.stringify(response);
  const hash = createHash('sha1').update(json).digest('base64url');
  return { etag: `W/"${hash}"`, json };
}
