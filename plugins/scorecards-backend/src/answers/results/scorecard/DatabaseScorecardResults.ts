import { NotFoundError } from '@backstage/errors';
import { RollupBy } from '@fairlead/backstage-plugin-scorecards-common';
import { readDescendants } from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { cutPage, decodeCursor, SortText } from '@fairlead/backend-routes';
import { isolated } from '@fairlead/bidi-text';
import {
  ScorecardDefinitions,
  ScorecardInForce,
} from '../../../judging/definitions/ScorecardDefinitions';
import { Visibility, ForVisible } from '../../../catalog/visibility';
import { DailyTotalsReader } from '../history/DailyTotalsReader';
import { addDays, LocalDays } from '../history/days';
import { isoTime } from '../../../database/isoTime';
import { PERSON } from '../owner/persons';
import { ScorecardVersionCache } from '../../../judging/definitions/ScorecardVersionCache';
import { assertKnownNames, CheckPositions } from './entitiesFilter';
import { listScorecardEntities } from './listScorecardEntities';
import { readSort } from './readSort';
import { rollup } from './rollup';
import { ScorecardEntitiesQuery, ScorecardResults } from './ScorecardResults';
import { summarizeScorecards } from './summarizeScorecards';

const STREAM_PAGE_SIZE = 500;

/** Reads results by the scorecard's ref. */
export class DatabaseScorecardResults implements ScorecardResults<ForVisible> {
  readonly #dailyTotals: DailyTotalsReader;
  readonly #days: LocalDays;
  readonly #db: Knex;
  readonly #definitions: ScorecardDefinitions;
  readonly #versions: ScorecardVersionCache;

  static create(options: {
    days: LocalDays;
    db: Knex;
    definitions: ScorecardDefinitions;
    versions: ScorecardVersionCache;
  }): DatabaseScorecardResults {
    return new DatabaseScorecardResults(options);
  }

  private constructor(options: {
    days: LocalDays;
    db: Knex;
    definitions: ScorecardDefinitions;
    versions: ScorecardVersionCache;
  }) {
    this.#dailyTotals = new DailyTotalsReader(options);
    this.#days = options.days;
    this.#db = options.db;
    this.#definitions = options.definitions;
    this.#versions = options.versions;
  }

  async list(
    { limit, cursor }: { limit: number; cursor?: string },
    { visibility }: ForVisible,
  ) {
    const after = decodeCursor('scorecards', SortText, cursor);
    const visible = (await this.#definitions.list()).filter(scorecard =>
      isVisible(scorecard.scorecardRef, visibility),
    );
    const rest = visible.filter(
      ({ scorecardRef }) => after === undefined || scorecardRef > after,
    );
    const { shown, next } = cutPage(rest, {
      limit,
      list: 'scorecards',
      keyOf: ({ scorecardRef }) => scorecardRef,
    });
    return {
      items: await summarizeScorecards({
        db: this.#db,
        scorecards: shown,
        visibility,
      }),
      totalItems: visible.length,
      ...next,
    };
  }

  async get(scorecardRef: string, { visibility }: ForVisible) {
    const scorecard = await this.#find(scorecardRef, visibility);
    const [summary] = await summarizeScorecards({
      db: this.#db,
      scorecards: [scorecard],
      visibility,
    });
    return { ...summary, definition: scorecard.definition };
  }

  async listEntities(
    query: ScorecardEntitiesQuery,
    { visibility }: ForVisible,
  ) {
    const scorecard = await this.#find(query.scorecardRef, visibility);
    assertKnownNames(query.filter, scorecard);
    return listScorecardEntities({
      ...query,
      ...(await this.#resolveNames(query)),
      db: this.#db,
      versions: this.#versions,
      scorecard,
      visibility,
    });
  }

  async streamEntities(
    query: Pick<ScorecardEntitiesQuery, 'scorecardRef' | 'filter'>,
    scope: ForVisible,
  ) {
    // The first page is read before anything is sent, so that a bad request still gets an error.
    const first = await this.listEntities(
      { ...query, limit: STREAM_PAGE_SIZE },
      scope,
    );
    const next = (cursor: string) =>
      this.listEntities({ ...query, limit: STREAM_PAGE_SIZE, cursor }, scope);

    return (async function* pages() {
      let page = first;
      yield page;
      while (page.nextCursor) {
        page = await next(page.nextCursor);
        yield page;
      }
    })();
  }

  async rollup(
    { scorecardRef, by }: { scorecardRef: string; by: RollupBy },
    { visibility }: ForVisible,
  ) {
    const scorecard = await this.#find(scorecardRef, visibility);
    const items = await rollup({
      db: this.#db,
      versions: this.#versions,
      scorecard,
      by,
      visibility,
    });
    return { scorecardRef, by, items };
  }

  async history(
    query: { scorecardRef: string; from: string; to: string },
    { visibility }: ForVisible,
  ) {
    const { scorecardRef, from, to } = query;
    await this.#find(scorecardRef, visibility);
    const [items, marks] = await Promise.all([
      this.#dailyTotals.read({ ...query, visibility }),
      this.#definitions.listVersions(scorecardRef, {
        from: this.#days.endOfDay(addDays(from, -1)),
        to: this.#days.endOfDay(to),
      }),
    ]);
    return {
      scorecardRef,
      from,
      to,
      items,
      marks: marks.map(({ since, version, changes }) => ({
        at: isoTime(since),
        version,
        changes,
      })),
    };
  }

  async #find(
    scorecardRef: string,
    visibility: Visibility,
  ): Promise<ScorecardInForce> {
    const scorecard = isVisible(scorecardRef, visibility)
      ? await this.#definitions.get(scorecardRef)
      : undefined;
    if (!scorecard) {
      throw new NotFoundError(
        isolated`There is no scorecard '${scorecardRef}' in force, or you may not see it`,
      );
    }
    return scorecard;
  }

  /** What the filter names, in the words of the database. */
  async #resolveNames({
    scorecardRef,
    filter,
  }: ScorecardEntitiesQuery): Promise<{
    owners: string[];
    positions: CheckPositions;
    sortPositions: CheckPositions;
  }> {
    const { owner, includeDescendants, check, sort } = filter;
    const sortCheck = readSort(sort).check;
    return {
      owners:
        owner && ![PERSON, 'none'].includes(owner) && includeDescendants
          ? await readDescendants(this.#db, owner)
          : [owner ?? 'none'],
      positions: check
        ? await this.#positionsOf(scorecardRef, check)
        : new Map(),
      sortPositions: sortCheck
        ? await this.#positionsOf(scorecardRef, sortCheck)
        : new Map(),
    };
  }

  async #positionsOf(
    scorecardRef: string,
    checkId: string,
  ): Promise<CheckPositions> {
    const rows = await this.#db('results')
      .where('scorecard_ref', scorecardRef)
      .distinct<{ scorecard_ref: string; version: number }[]>(
        'scorecard_ref',
        'version',
      );
    const definitionOf = await this.#versions.load(rows);
    const positions: CheckPositions = new Map();
    for (const row of rows) {
      const checks = definitionOf(row)?.spec.checks ?? [];
      const position = checks.findIndex(({ id }) => id === checkId);
      if (position >= 0) {
        positions.set(row.version, position);
      }
    }
    return positions;
  }
}

function isVisible(scorecardRef: string, { scorecards }: Visibility): boolean {
  return scorecards === 'all' || scorecards.includes(scorecardRef);
}
