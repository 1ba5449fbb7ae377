import { EntityScorecardsResponse } from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import { Visibility, unknownEntity } from '../../../catalog/visibility';
import { WaiverStore } from '../../../judging/waivers/WaiverStore';
import { isoTime } from '../../../database/isoTime';
import { ScorecardVersionCache } from '../../../judging/definitions/ScorecardVersionCache';
import { EntityScorecards } from './EntityResults';
import { EntityStateReader } from './EntityStateReader';
import {
  EntityResultRow,
  readEntityResults,
  STATE_COLUMNS,
} from './readEntityResults';
import { toScorecardResult } from './toScorecardResult';

/** Characters of JSON: about 4,000 entities with 20 checks each. */
const CACHE_SIZE = 32 * 1024 * 1024;

interface Read {
  response: EntityScorecardsResponse;
  /** When the answer changes though nothing is written: the first of its waivers expires. */
  expiresAt?: number;
}

/**
 * Reads how an entity stands. A page asks for the same answer again and again while results seldom change, so answers
 * are kept by the state of the rows that they were made from: one small query tells whether the one at hand still
 * holds, for any caller who may see the same rows.
 */
export class ScorecardsReader {
  readonly #db: Knex;
  readonly #states: EntityStateReader;
  readonly #versions: ScorecardVersionCache;
  readonly #waivers: WaiverStore;
  readonly #answers = new LRUCache<string, EntityScorecards>({
    maxSize: CACHE_SIZE,
    sizeCalculation: ({ json }, state) => json.length + state.length,
  });

  constructor(options: {
    db: Knex;
    versions: ScorecardVersionCache;
    waivers: WaiverStore;
  }) {
    this.#db = options.db;
    this.#states = new EntityStateReader(options);
    this.#versions = options.versions;
    this.#waivers = options.waivers;
  }

  async read(
    entityRef: string,
    visibility: Visibility,
  ): Promise<EntityScorecards> {
    const rows = await this.#states.read(entityRef, visibility);
    if (!rows.length) {
      throw unknownEntity(entityRef);
    }
    // These values never return to an earlier state, so a cached answer cannot match by accident.
    const state = JSON.stringify([entityRef, rows]);
    const kept = this.#answers.get(state);
    if (kept) {
      return kept;
    }
    const { response, expiresAt } = await this.#readAll(entityRef, visibility);
    const json = JSON.stringify(response);
    const hash = createHash('sha1').update(json).digest('base64url');
    const answer = { etag: `W/"${hash}"`, json };
    const ttl = expiresAt && expiresAt - Date.now();
    if (ttl === undefined || ttl > 0) {
      this.#answers.set(state, answer, { ttl });
    }
    return answer;
  }

  async #readAll(entityRef: string, visibility: Visibility): Promise<Read> {
    const [rows, waivers] = await Promise.all([
      readEntityResults({
        db: this.#db,
        entityRefs: [entityRef],
        visibility,
        columns: [...STATE_COLUMNS, 'r.*'],
      }),
      this.#waivers.listCurrent(entityRef),
    ]);
    if (!rows.length) {
      throw unknownEntity(entityRef);
    }
    const results = rows.filter(isResult);
    const definitionOf = await this.#versions.load(results);
    const [{ evaluated_at: evaluatedAt }] = rows;
    const expiries = waivers.map(waiver => Date.parse(waiver.expiresAt));
    return {
      response: {
        entityRef,
        evaluatedAt: evaluatedAt === null ? null : isoTime(evaluatedAt),
        scorecards: results.flatMap(row => {
          const definition = definitionOf(row);
          return definition ? toScorecardResult(row, definition, waivers) : [];
        }),
      },
      expiresAt: expiries.length ? Math.min(...expiries) : undefined,
    };
  }
}

function isResult(row: EntityResultRow): boolean {
  return row.scorecard_ref !== null;
}
