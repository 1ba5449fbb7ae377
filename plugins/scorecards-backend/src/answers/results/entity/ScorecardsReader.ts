import { EntityScorecardsResponse } from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import { Visibility, unknownEntity } from '../../../catalog/visibility';
import {
  listExpiries,
  readQuestions,
} from '../../../judging/attestations/readQuestions';
import { hasDues, readDues } from '../../../judging/campaigns/readDues';
import { WaiverStore } from '../../../judging/waivers/WaiverStore';
import { isoTime } from '../../../database/isoTime';
import { DbResultRow } from '../../../database/tables';
import { ScorecardVersionCache } from '../../../judging/definitions/ScorecardVersionCache';
import { EntityScorecards } from './EntityResults';
import { EntityRowsReader } from './EntityRowsReader';
import { readAwaited } from './readAwaited';
import { EntityStateRow, STATE_COLUMNS } from './readEntityResults';
import { toScorecardResult } from './toScorecardResult';

/** Characters of JSON: about 4,000 entities with 20 checks each. */
const CACHE_SIZE = 32 * 1024 * 1024;

/** So many entities are remembered as answered before. */
const MOST_ANSWERED = 20_000;

/** An entity beside one of its results; the columns of the result are null when it has none. */
type EntityResultRow = DbResultRow &
  EntityStateRow & {
    has_waivers: boolean | number;
    has_dues: boolean | number;
  };

interface Read {
  response: EntityScorecardsResponse;
  /** When the answer changes though nothing is written: the first of its waivers or of the answers to its questions expires, or a campaign ends. */
  expiresAt?: number;
}

/**
 * Reads how an entity stands. A page asks for the same answer again and again while results seldom change, so answers
 * are kept by the state of the rows that they were made from: one small query tells whether the one at hand still
 * holds, for any caller who may see the same rows. Where there can be none at hand, all is read at once.
 */
export class ScorecardsReader {
  readonly #states: EntityRowsReader<EntityStateRow>;
  readonly #results: EntityRowsReader<EntityResultRow>;
  readonly #versions: ScorecardVersionCache;
  readonly #waivers: WaiverStore;
  readonly #db: Knex;
  readonly #answered = new LRUCache<string, true>({ max: MOST_ANSWERED });
  readonly #answers = new LRUCache<string, EntityScorecards>({
    maxSize: CACHE_SIZE,
    sizeCalculation: ({ json }, state) => json.length + state.length,
  });

  constructor(options: {
    db: Knex;
    versions: ScorecardVersionCache;
    waivers: WaiverStore;
  }) {
    const { db } = options;
    this.#states = new EntityRowsReader({ db, columns: STATE_COLUMNS });
    this.#results = new EntityRowsReader({
      db,
      columns: [
        ...STATE_COLUMNS,
        'r.*',
        hasWaivers(db),
        db.raw('exists ? as has_dues', [hasDues(db)]),
      ],
    });
    this.#versions = options.versions;
    this.#waivers = options.waivers;
    this.#db = db;
  }

  async read(
    entityRef: string,
    visibility: Visibility,
  ): Promise<EntityScorecards> {
    if (this.#answered.has(entityRef)) {
      const kept = this.#answers.get(
        toState(entityRef, await this.#states.read(entityRef, visibility)),
      );
      if (kept) {
        return kept;
      }
    }
    const rows = await this.#results.read(entityRef, visibility);
    const state = toState(entityRef, rows);
    const { response, expiresAt } = await this.#answer(entityRef, rows);
    const json = JSON.stringify(response);
    const hash = createHash('sha1').update(json).digest('base64url');
    const answer = { etag: `W/"${hash}"`, json };
    const ttl = expiresAt && expiresAt - Date.now();
    // What is awaited comes without a change of the rows that the answer was made from.
    if (!response.awaits && (ttl === undefined || ttl > 0)) {
      this.#answers.set(state, answer, { ttl });
      this.#answered.set(entityRef, true);
    }
    return answer;
  }

  async #answer(entityRef: string, rows: EntityResultRow[]): Promise<Read> {
    if (!rows.length) {
      throw unknownEntity(entityRef);
    }
    const [
      { evaluated_at: evaluatedAt, has_waivers: hasAny, has_dues: isDue },
    ] = rows;
    // Read after the rows, so that waivers are never older than the state that the answer is kept by.
    const waivers = hasAny ? await this.#waivers.listCurrent(entityRef) : [];
    const dues = isDue ? await readDues(this.#db, entityRef, Date.now()) : [];
    const results = rows.filter(isResult);
    const definitionOf = await this.#versions.load(results);
    const judging = results.flatMap(row => {
      const definition = definitionOf(row);
      return definition ? { row, definition } : [];
    });
    const awaits = judging.length > 0 ? undefined : await readAwaited(this.#db);
    const questions = await readQuestions(this.#db, {
      entityRef,
      now: Date.now(),
      scorecards: judging.map(({ row, definition }) => ({
        scorecardRef: row.scorecard_ref,
        definition,
      })),
    });
    const expiries = [
      ...waivers.map(waiver => Date.parse(waiver.expiresAt)),
      ...listExpiries(questions),
      ...dues.map(({ deadline }) => deadline),
    ];
    return {
      response: {
        entityRef,
        evaluatedAt: evaluatedAt === null ? null : isoTime(evaluatedAt),
        scorecards: judging.map(({ row, definition }) =>
          toScorecardResult(row, definition, {
            waivers,
            dues,
            questions: questions.get(row.scorecard_ref),
          }),
        ),
        ...(awaits && { awaits }),
      },
      expiresAt: expiries.length ? Math.min(...expiries) : undefined,
    };
  }
}

/** These values never return to an earlier state, so a kept answer cannot match by accident. */
function toState(entityRef: string, rows: readonly EntityStateRow[]): string {
  return JSON.stringify([
    entityRef,
    rows.map(row => [
      row.evaluated_at,
      row.revision,
      row.scorecard_ref,
      row.version,
      row.changed_at,
      row.digest,
    ]),
  ]);
}

function isResult(row: EntityResultRow): boolean {
  return row.scorecard_ref !== null;
}

function hasWaivers(db: Knex): Knex.Raw {
  return db.raw('exists ? as has_waivers', [
    db('waivers as w').whereRaw('w.entity_ref = e.entity_ref').select('w.id'),
  ]);
}
